import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function completeCall(_turn: Turn, command: Of<"call.complete">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}

export function failCall(_turn: Turn, command: Of<"call.fail">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}

export function escalateCall(_turn: Turn, command: Of<"call.escalate">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}
