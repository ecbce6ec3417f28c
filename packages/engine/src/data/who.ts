import type { Who } from "@flowright/definition";
import type { Expression } from "@flowright/expressions";
import type { Candidates } from "../contract/effect.ts";
import type { Json } from "../contract/json.ts";
import type { Turn } from "../turn/turn.ts";
import { type Evaluated, evaluateJson, type View, valueAt } from "./evaluate.ts";

const NOBODY = { ok: false, failure: { code: "task.nobody", params: {} } } as const;

/** Who may do a task. A role is kept as a role, so that people who get it later may do the task too. */
export function candidatesOf(
  turn: Turn,
  who: Who,
  expression: Expression | undefined,
  view: View,
): Evaluated<Candidates> {
  if (who.type === "role") return { ok: true, value: { roles: [who.role], people: [] } };
  const people = namedPeople(turn, who, expression, view);
  if (!people.ok) return people;
  return people.value.length === 0 ? NOBODY : { ok: true, value: { roles: [], people: people.value } };
}

/** Everyone who is asked for a decision, by name; at least one. */
export function peopleOf(
  turn: Turn,
  who: Who,
  expression: Expression | undefined,
  view: View,
): Evaluated<readonly string[]> {
  const people: Evaluated<readonly string[]> =
    who.type === "role"
      ? { ok: true, value: [...new Set(turn.ctx.membersOf(who.role))] }
      : namedPeople(turn, who, expression, view);
  return people.ok && people.value.length === 0 ? NOBODY : people;
}

function namedPeople(
  turn: Turn,
  who: Exclude<Who, { type: "role" }>,
  expression: Expression | undefined,
  view: View,
): Evaluated<readonly string[]> {
  switch (who.type) {
    case "people":
      return { ok: true, value: namesIn(who.people) };
    case "initiator":
      return { ok: true, value: turn.draft.by === null ? [] : [turn.draft.by] };
    case "field":
      return { ok: true, value: namesIn(valueAt(view.variables, who.field.split("."))) };
    case "expression": {
      if (expression === undefined) return NOBODY;
      const result = evaluateJson(expression, view);
      return result.ok ? { ok: true, value: namesIn(result.value) } : result;
    }
  }
}

/** Longest name of a person; nobody has a longer one. */
const LONGEST_NAME = 200;

/** One name or a list of names, each once. */
function namesIn(value: Json | undefined): readonly string[] {
  const names = Array.isArray(value) ? value : [value];
  return [
    ...new Set(
      names.filter(
        (name): name is string => typeof name === "string" && name !== "" && name.length <= LONGEST_NAME,
      ),
    ),
  ];
}
