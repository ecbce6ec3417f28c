import type { NodeProgram } from "../../program/program.ts";
import { follow } from "../follow.ts";
import { emit, nodeOf, placeOf, type Turn } from "../turn.ts";

interface ThrownError {
  readonly code: string;
  readonly message: string;
}

/**
 * Throws an error where a token stands: the innermost boundary that names its code catches it, at the same
 * step one that catches any. Tells whether it was caught.
 */
export function throwError(turn: Turn, token: number, error: ThrownError): boolean {
  const { code, message } = error;
  emit(turn, { kind: "error.thrown", ...placeOf(turn, token), code, message });
  let host: number | null = token;
  while (host !== null) {
    const place = placeOf(turn, host);
    const node = nodeOf(turn, place.node);
    const boundary = catcherOf(node, code);
    if (boundary !== undefined) {
      emit(turn, { kind: "error.caught", ...place, node: boundary.id, code, message });
      follow(turn, place, node, `boundary.${boundary.id}`, { payload: { error: { code, message } } });
      return true;
    }
    host = turn.draft.scopes[place.scope]?.parent ?? null;
  }
  return false;
}

function catcherOf(host: NodeProgram, code: string): NodeProgram | undefined {
  const catching = (wanted: string | undefined) =>
    host.boundaries.find(
      ({ node }) => node.kind === "boundary" && node.event.type === "error" && node.event.code === wanted,
    );
  return catching(code) ?? catching(undefined);
}
