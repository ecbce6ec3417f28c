import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function modify(_turn: Turn, command: Of<"instance.modify">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}
