import type { Mapping, MessageReference, Node } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/scope-variables.ts";
import type { Drawing, Scope } from "../drawing.ts";
import { type ExpressionPlace, expression } from "./expression-place.ts";
import { formExpressions } from "./form-expressions.ts";
import { createScopeTypes, type ScopeTypes } from "./scope-types.ts";

/** Every expression of a definition. */
export function* expressionPlaces(drawing: Drawing): Generator<ExpressionPlace> {
  const types = createScopeTypes();
  const { settings } = drawing.definition;
  const [process] = drawing.scopes;
  if (process) {
    yield* expression(settings?.businessKey, "/settings/businessKey", undefined, process.variables);
    yield* expression(settings?.caseTitle, "/settings/caseTitle", undefined, process.variables);
  }
  for (const scope of drawing.scopes) {
    for (const { edge, path } of scope.edges) {
      yield* expression(edge.condition, `${path}/condition`, edge.id, scope.variables, "boolean");
    }
    for (const { node, path } of scope.nodes) yield* ofNode(node, path, scope, types);
  }
  yield* formExpressions(drawing);
}

function* ofNode(node: Node, path: string, scope: Scope, types: ScopeTypes): Generator<ExpressionPlace> {
  const own = scope.variables;
  switch (node.kind) {
    case "start":
      if (node.trigger?.type !== "message") return;
      // A case that begins has no data of its own yet: the key comes from the message.
      yield* ofMessage(node.trigger.message, `${path}/trigger/message`, node.id, scope, types, true);
      return;
    case "end":
      if (node.result?.type === "error") {
        yield* expression(node.result.message, `${path}/result/message`, node.id, own);
      }
      return;
    case "userTask":
    case "approval":
      yield* ofPersonsWork(node, path, own);
      return;
    case "serviceTask":
      yield* mappings(node.input, `${path}/input`, node.id, own);
      yield* mappings(node.output, `${path}/output`, node.id, types.withResult(own));
      return;
    case "scriptTask":
      yield* mappings(node.assignments, `${path}/assignments`, node.id, own);
      return;
    case "receiveTask":
      yield* ofMessage(node.message, `${path}/message`, node.id, scope, types);
      return;
    case "catch":
    case "boundary":
      if (node.event.type === "message") {
        yield* ofMessage(node.event.message, `${path}/event/message`, node.id, scope, types);
      } else if (node.event.type === "timer") {
        if ("duration" in node.event)
          yield* timing(node.event.duration, `${path}/event/duration`, node.id, own);
        else yield* timing(node.event.date, `${path}/event/date`, node.id, own);
      }
  }
}

function* ofPersonsWork(
  node: Extract<Node, { kind: "userTask" | "approval" }>,
  path: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  if (node.who.type === "expression") yield* expression(node.who.value, `${path}/who/value`, node.id, types);
  if (node.deadline?.type === "duration") {
    yield* timing(node.deadline.duration, `${path}/deadline/duration`, node.id, types);
  }
  for (const [index, { rule }] of (node.checklist ?? []).entries()) {
    yield* expression(rule, `${path}/checklist/${index}/rule`, node.id, types, "boolean");
  }
  if (node.kind === "userTask") yield* mappings(node.output, `${path}/output`, node.id, types);
}

function* mappings(
  list: readonly Mapping[] | undefined,
  path: string,
  node: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  for (const [index, { value }] of (list ?? []).entries()) {
    yield* expression(value, `${path}/${index}/value`, node, types);
  }
}

function* ofMessage(
  message: MessageReference,
  path: string,
  node: string,
  scope: Scope,
  types: ScopeTypes,
  starts = false,
): Generator<ExpressionPlace> {
  const withMessage = types.withMessage(scope.variables);
  yield* expression(message.key, `${path}/key`, node, starts ? withMessage : scope.variables);
  yield* mappings(message.output, `${path}/output`, node, withMessage);
}

function* timing(
  source: string,
  path: string,
  node: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  if (source.startsWith("=")) yield { source: source.slice(1), skip: 1, path, node, types, expected: "any" };
}
