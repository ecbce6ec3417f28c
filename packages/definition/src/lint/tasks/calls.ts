import type { Rule } from "../drawing.ts";
import { nameParams, textParams } from "../names.ts";

/** Flows and decisions that a step refers to exist; a flow does not go on calling itself for ever unnoticed. */
export const calls: Rule = ({ definition, scopes, known }, report) => {
  const flows = known.flows && new Set([...known.flows, definition.id]);
  const decisions = known.decisions && new Set(known.decisions);
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      const step = nameParams("step", node);
      if (node.kind === "callActivity") {
        const place = { path: `${path}/process`, node: node.id };
        if (node.process === definition.id) {
          const flow = textParams("flow", definition.name, definition.id);
          report.add("call.itself", { ...place, params: { ...step, ...flow } });
        } else if (flows && !flows.has(node.process)) {
          const params = { ...step, id: node.process, ...report.suggest(node.process, flows) };
          report.add("call.flow-unknown", { ...place, params });
        }
      }
      if (
        node.kind === "businessRuleTask" &&
        node.decision &&
        decisions &&
        !decisions.has(node.decision.id)
      ) {
        const { id } = node.decision;
        const params = { ...step, id, ...report.suggest(id, decisions) };
        report.add("decision.unknown", { path: `${path}/decision/id`, node: node.id, params });
      }
    }
  }
};
