import type { Drawing, Field, WorkflowDefinition } from "@flowright/definition";
import { juelAttribute } from "../foreign/engines.ts";
import { withDescendants } from "../xml/xml-element.ts";
import { writableName } from "./data/variable-name.ts";
import { settleLanes } from "./drawing/lanes.ts";
import type { Flow } from "./flow.ts";
import { finish } from "./keep.ts";
import { readScope, type ScopeContent } from "./scope.ts";
import { documentationOf, nameOf } from "./step/base-of.ts";

const MOST_FIELDS = 300;

/** Reads the steps of a process; what is beside it in the file can then be added to `flow.drawing`. */
export function readSteps(flow: Flow): {
  content: ScopeContent;
  head: Pick<WorkflowDefinition, "id" | "name" | "description">;
} {
  const { process, file } = flow;
  file.ledger.kept(process);
  const id = flow.idOf(process);
  const name = nameOf(flow, process) ?? file.poolNames.get(process) ?? id;
  const description = documentationOf(flow, process);
  for (const element of withDescendants(process)) {
    const initiator = juelAttribute(element, "initiator");
    if (initiator) flow.initiators.add(initiator.value.trim());
  }
  const content = readScope(flow, process, {}, flow.fields);
  finish(flow, process, { at: "process" });
  return { content, head: { id, name, ...(description === undefined ? {} : { description }) } };
}

/** The definition of a flow whose parts have all been read. */
export function definitionOf(
  flow: Flow,
  { content, head }: ReturnType<typeof readSteps>,
): WorkflowDefinition {
  declareUsed(flow);
  settleLanes(flow);
  const roles = [...flow.roles.values()].slice(0, 200);
  const drawing = drawingOf(flow);
  return {
    schema: "flowright/workflow/v1",
    ...head,
    ...(flow.fields.size > 0
      ? { variables: { type: "object", properties: Object.fromEntries(flow.fields) } }
      : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(flow.forms.length > 0 ? { forms: flow.forms.slice(0, 500) } : {}),
    ...content,
    ...(drawing ? { drawing } : {}),
  };
}

/** Variables that nobody declared but an expression reads or a mapping writes: fields that take any value. */
function declareUsed(flow: Flow): void {
  const any: Field = {};
  for (const name of flow.used) {
    const known = flow.fields.has(name) || flow.inner.has(name);
    if (known || flow.fields.size >= MOST_FIELDS || writableName(name) !== name) continue;
    flow.fields.set(name, { ...any });
  }
}

function drawingOf(flow: Flow): Drawing | undefined {
  const parts = Object.entries(flow.drawing).filter(([, list]) => list.length > 0);
  return parts.length === 0 ? undefined : (Object.fromEntries(parts) as Drawing);
}
