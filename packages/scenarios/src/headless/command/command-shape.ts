import { choice, list, may, need, type ObjectShape, object, type Shape, text } from "../../format/shape.ts";

const values: Shape = { type: "values" };
const scope = { scope: may(text()) };
const atNode = { node: need(text()), ...scope };

/** What can be said on a line of an interactive run; `RunCommand` says what it means. */
export const COMMANDS: { readonly [name: string]: ObjectShape } = {
  start: object({ process: may(text()), node: may(text()), variables: may(values) }),
  complete: object({ ...atNode, data: may(values), outcome: may(text()), comment: may(text()) }),
  fail: object({ ...atNode, message: may(text()) }),
  throw: object({
    ...atNode,
    code: need(text()),
    message: may(text()),
    escalation: may({ type: "boolean" }),
  }),
  message: object({ name: need(text()), key: may(text()), data: may(values), id: may(text()), ...scope }),
  signal: object({ name: need(text()), data: may(values), ...scope }),
  trigger: object({ ...atNode, data: may(values) }),
  advance: object({ by: need(text()) }),
  choose: object({ ...atNode, edges: need(list(text(), 1)) }),
  hold: object(atNode),
  set: object({ variables: need(values), ...scope }),
  cancel: object({ reason: may(text()), ...scope }),
  modify: object({ cancel: may(list(text())), start: may(list(text())), reason: may(text()), ...scope }),
  return: object({
    ...atNode,
    to: may(text()),
    reason: may(text()),
    way: may(choice("walk", "jump")),
  }),
  retry: object(atNode),
  state: object({}),
  restore: object({ state: need(values) }),
};

export const COMMAND_SHAPE: Shape = { type: "kinds", tag: "do", kinds: COMMANDS };
