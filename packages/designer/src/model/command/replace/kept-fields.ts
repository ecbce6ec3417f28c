import { isActivity, isContainer, type Node } from "@flowright/definition";

const EVERY = ["name", "documentation"] as const;
const PEOPLE = ["goal", "who", "deadline", "form", "checklist"] as const;
const CONTAINER = ["variables", "size", "collapsed"] as const;

/** What a kind of step has beside what all of its sort have. */
const OWN: Partial<Readonly<Record<Node["kind"], readonly string[]>>> = {
  start: ["form"],
  userTask: [...PEOPLE, "output"],
  approval: PEOPLE,
  serviceTask: ["input", "output"],
  businessRuleTask: ["output"],
  callActivity: ["input", "output"],
  receiveTask: ["message"],
  sendTask: ["message"],
};

/** What a step keeps when it becomes another one: whatever both kinds have and mean the same by. */
export function keptFields(old: Node, made: Node): readonly string[] {
  const before = fieldsOf(old);
  return [...fieldsOf(made)].filter(
    (key) => before.has(key) && !(key === "message" && changesMessage(old, made)),
  );
}

function fieldsOf(node: Node): Set<string> {
  return new Set([
    ...EVERY,
    ...(OWN[node.kind] ?? []),
    ...(isActivity(node) ? ["loop", "optional"] : []),
    ...(isContainer(node) ? CONTAINER : []),
  ]);
}

/** A message that is sent carries data, one that is received is read. */
function changesMessage(old: Node, made: Node): boolean {
  return old.kind !== made.kind;
}
