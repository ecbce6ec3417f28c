import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Asks one more person for a decision, or no longer asks one who has not decided. */
export function changeApprovers(_turn: Turn, command: Of<"approval.add" | "approval.remove">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}
