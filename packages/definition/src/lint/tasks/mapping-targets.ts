import type { Mapping, Node } from "../../generated/workflow.ts";
import { isActivity } from "../../model/node-kinds.ts";
import { fieldAt } from "../data/field-at.ts";
import type { Rule } from "../drawing.ts";
import { deliveryOf, eventOf } from "../events/events-of.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";

const PATH = /^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}_][\p{L}\p{N}_-]*)*$/u;

/** Results are written to fields of the case, so that later steps can read them. */
export const mappingTargets: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      for (const { target, path: place, parameter } of targetsOf(node)) {
        const finding = { path: path + place, node: node.id };
        if (!PATH.test(target) || target.split(".").some((name) => RESERVED_NAMES.has(name))) {
          report.add("mapping.target-invalid", { ...finding, params: { target } });
        } else if (!parameter && !fieldAt(scope.variablesAt(node), target)) {
          const suggested = report.suggest(target, Object.keys(scope.variables));
          report.add("mapping.target-unknown", { ...finding, params: { target, ...suggested } });
        }
      }
    }
  }
};

interface Target {
  readonly target: string;
  readonly path: string;
  /** A parameter of a call, not a field. */
  readonly parameter: boolean;
}

function targetsOf(node: Node): Target[] {
  const own = [...ofWork(node), ...ofDelivery(node), ...ofFailure(node)];
  const loop = isActivity(node) && node.loop?.type === "multiInstance" ? node.loop : undefined;
  return [...own, ...variable(loop?.output?.target, "/loop/output/target")];
}

function ofWork(node: Node): Target[] {
  switch (node.kind) {
    case "serviceTask":
    case "callActivity":
      return [...targets(node.input, "/input", true), ...targets(node.output, "/output")];
    case "userTask":
    case "businessRuleTask":
      return targets(node.output, "/output");
    case "scriptTask":
      return targets(node.assignments, "/assignments");
    case "approval":
      return variable(node.resultVariable, "/resultVariable");
    default:
      return [];
  }
}

/** What is kept from a message or signal, and what one carries. */
function ofDelivery(node: Node): Target[] {
  const delivery = deliveryOf(node);
  if (!delivery) return [];
  const { content, path } = delivery;
  if ("output" in content) return targets(content.output, `${path}/output`);
  return "data" in content ? targets(content.data, `${path}/data`, true) : [];
}

/** The variable that an error or escalation is kept in. */
function ofFailure(node: Node): Target[] {
  const found = eventOf(node);
  if (!found || (found.event.type !== "error" && found.event.type !== "escalation")) return [];
  return "variable" in found.event ? variable(found.event.variable, `${found.path}/variable`) : [];
}

function targets(mappings: readonly Mapping[] = [], path: string, parameter = false): Target[] {
  return mappings.map(({ target }, index) => ({ target, path: `${path}/${index}/target`, parameter }));
}

function variable(target: string | undefined, path: string): Target[] {
  return target === undefined ? [] : [{ target, path, parameter: false }];
}
