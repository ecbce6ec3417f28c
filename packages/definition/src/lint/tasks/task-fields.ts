import type { Field } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import { fieldAt } from "../data/field-at.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

/** The field that names the person or the due date exists and can hold one. */
export const taskFields: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "userTask" && node.kind !== "approval") continue;
      const step = nameParams("step", node);
      if (node.who.type === "field") {
        const place = { path: `${path}/who/field`, node: node.id, step };
        const field = existing(scope.variablesAt(node), node.who.field, place, report);
        if (field && !holdsPeople(field)) {
          report.add("who.field-type", { ...place, params: { ...step, field: node.who.field } });
        }
      }
      if (node.deadline?.type === "field") {
        const place = { path: `${path}/deadline/field`, node: node.id, step };
        const field = existing(scope.variablesAt(node), node.deadline.field, place, report);
        if (field && !holdsDate(field)) {
          report.add("deadline.field-type", { ...place, params: { ...step, field: node.deadline.field } });
        }
      }
    }
  }
};

function existing(
  variables: ScopeVariables,
  path: string,
  place: { path: string; node: string; step: Record<string, string> },
  report: Report,
): Field | null {
  const field = fieldAt(variables, path);
  if (field) return field;
  const suggested = report.suggest(path, Object.keys(variables));
  report.add("field.unknown", {
    path: place.path,
    node: place.node,
    params: { ...place.step, field: path, ...suggested },
  });
  return null;
}

function holdsPeople(field: Field): boolean {
  if (field.type === "array") return field.items !== undefined && holdsPeople(field.items);
  return field.type === undefined || (field.type === "string" && (field.format ?? "person") === "person");
}

function holdsDate(field: Field): boolean {
  return field.format === "date" || field.format === "date-time";
}
