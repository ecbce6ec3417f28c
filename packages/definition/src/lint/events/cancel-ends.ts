import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Only what is done inside a transaction can be cancelled as a whole. */
export const cancelEnds: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "end" || node.result?.type !== "cancel" || inTransaction(scope)) continue;
      report.add("end.cancel-misplaced", {
        path: `${path}/result`,
        node: node.id,
        params: nameParams("step", node),
      });
    }
  }
};

function inTransaction(scope: Scope): boolean {
  for (let at: Scope | null = scope; at; at = at.outer) if (at.container?.kind === "transaction") return true;
  return false;
}
