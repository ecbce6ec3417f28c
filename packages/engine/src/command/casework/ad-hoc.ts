import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function startInAdHoc(_turn: Turn, command: Of<"adHoc.start">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}

export function finishAdHoc(_turn: Turn, command: Of<"adHoc.finish">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}
