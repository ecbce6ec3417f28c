import type { Mapping, MessageReference, Node } from "../../generated/workflow.ts";
import { fieldAt } from "../data/field-at.ts";
import type { Rule } from "../drawing.ts";
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
        } else if (!parameter && !fieldAt(scope.variables, target)) {
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
  switch (node.kind) {
    case "serviceTask":
      return [...targets(node.input, "/input", true), ...targets(node.output, "/output")];
    case "userTask":
      return targets(node.output, "/output");
    case "scriptTask":
      return targets(node.assignments, "/assignments");
    case "approval":
      return variable(node.resultVariable, "/resultVariable");
    case "receiveTask":
      return ofMessage(node.message, "/message");
    case "start":
      return node.trigger?.type === "message" ? ofMessage(node.trigger.message, "/trigger/message") : [];
    case "catch":
      return node.event.type === "message" ? ofMessage(node.event.message, "/event/message") : [];
    case "boundary":
      if (node.event.type === "error") return variable(node.event.variable, "/event/variable");
      return node.event.type === "message" ? ofMessage(node.event.message, "/event/message") : [];
    default:
      return [];
  }
}

function targets(mappings: readonly Mapping[] = [], path: string, parameter = false): Target[] {
  return mappings.map(({ target }, index) => ({ target, path: `${path}/${index}/target`, parameter }));
}

function variable(target: string | undefined, path: string): Target[] {
  return target === undefined ? [] : [{ target, path, parameter: false }];
}

function ofMessage(message: MessageReference, path: string): Target[] {
  return targets(message.output, `${path}/output`);
}
