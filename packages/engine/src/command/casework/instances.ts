import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function addInstances(_turn: Turn, command: Of<"instances.add">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}

export function removeInstance(_turn: Turn, command: Of<"instances.remove">): Refused {
  return refusal("command.unknown", { kind: command.kind });
}
