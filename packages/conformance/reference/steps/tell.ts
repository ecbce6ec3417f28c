import type { MessageToSend, SignalToSend } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Scope } from "../game/state.ts";
import { keyOf } from "./listen.ts";

/** Works out key and payload; gives what then tells them. */
export function prepareSending(
  game: Game,
  scope: Scope,
  type: "message" | "signal",
  told: MessageToSend | SignalToSend,
): () => void {
  const key = "key" in told ? keyOf(game, scope, told) : null;
  const data = game.data.parameters(game.state, scope, told.data);
  return () => game.state.told.push({ type, name: told.name, key, data });
}

/** What is told with an error or escalation: its code where nothing else is said. */
export function textToTell(
  game: Game,
  scope: Scope,
  { code, message: source }: { code: string; message?: string },
): string {
  if (source === undefined) return code;
  const value = game.data.json(game.state, scope, source);
  return typeof value === "string" ? value : JSON.stringify(value);
}
