import type { Node, StartEvent } from "../../generated/workflow.ts";
import { isActivity } from "../../model/node-kinds.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import type { Drawing, Scope } from "../drawing.ts";
import { type EventData, ofEvent, ofMessage } from "./event-expressions.ts";
import { type ExpressionPlace, expression, mappings, timing } from "./expression-place.ts";
import { formExpressions } from "./form-expressions.ts";
import { loopExpressions } from "./loop-expressions.ts";
import { createScopeTypes, type ScopeTypes } from "./scope-types.ts";

/** Every expression of a definition but those of decision tables, which are read in a way of their own. */
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
      yield* timing(edge.dependency?.lag, `${path}/dependency/lag`, edge.id, scope.variables);
    }
    if (scope.container?.kind === "adHoc") {
      const { id, completion } = scope.container;
      yield* expression(completion, `${scope.path}/completion`, id, scope.variables, "boolean");
    }
    for (const { node, path } of scope.nodes) yield* ofNode(node, path, scope, types);
  }
  yield* formExpressions(drawing);
}

function* ofNode(node: Node, path: string, scope: Scope, types: ScopeTypes): Generator<ExpressionPlace> {
  const own = scope.variablesAt(node);
  const data: EventData = { node: node.id, own, after: own, types };
  if (isActivity(node)) {
    const loop = { outer: scope.variables, round: own, types };
    yield* loopExpressions(node.loop, `${path}/loop`, node.id, loop);
  }
  switch (node.kind) {
    case "start":
      yield* ofStart(node, path, scope, types);
      return;
    case "end":
      if (node.result) yield* ofEvent(node.result, `${path}/result`, data);
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
    case "businessRuleTask":
      yield* mappings(node.output, `${path}/output`, node.id, types.withResult(own));
      return;
    case "callActivity":
      yield* expression(node.businessKey, `${path}/businessKey`, node.id, own);
      yield* mappings(node.input, `${path}/input`, node.id, own);
      yield* mappings(node.output, `${path}/output`, node.id, types.withResult(own));
      return;
    case "sendTask":
    case "receiveTask":
      yield* ofMessage(node.message, `${path}/message`, data);
      return;
    case "complex":
      if (node.need.type === "condition") {
        const branches = types.withBranches(own);
        yield* expression(node.need.condition, `${path}/need/condition`, node.id, branches, "boolean");
      }
      return;
    case "catch":
    case "throw":
    case "boundary":
      yield* ofEvent(node.event, `${path}/event`, data);
  }
}

/** A start is waited for where its scope is not open yet: by nobody, or by the scope around. */
function* ofStart(
  { id, trigger }: StartEvent,
  path: string,
  scope: Scope,
  types: ScopeTypes,
): Generator<ExpressionPlace> {
  if (!trigger) return;
  const starts = scope.container === null;
  const around = starts && trigger.type === "timer" ? NOTHING : (scope.outer?.variables ?? scope.variables);
  yield* ofEvent(trigger, `${path}/trigger`, {
    node: id,
    own: around,
    after: scope.variables,
    types,
    starts,
  });
}

/** No field at all: what a time sees that begins a case. */
const NOTHING: ScopeVariables = Object.create(null);

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
