import {
  type Edge,
  isActivity,
  isContainer,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";
import { withExpressions } from "../stub/with-expressions.ts";
import { own, type Steering } from "./steering.ts";

type Content = Pick<WorkflowDefinition, "nodes" | "edges">;
type Service = Extract<Node, { kind: "serviceTask" }>;

/** Kinds of gateways that ask conditions. */
export const CHOICES: ReadonlySet<Node["kind"]> = new Set(["exclusive", "inclusive", "complex"]);

/**
 * A definition as it is run: with the expressions of the stubs in place of those that are drawn, and with steps that
 * wait where they are held or take their time. Ids of steps and lines stay, so a case can go from one to another.
 */
export function overlay<T extends Content>(content: T, steering: Steering): T {
  const kinds = new Map(content.nodes.map((node) => [node.id, node.kind]));
  return {
    ...content,
    nodes: content.nodes.map((node) => nodeAsRun(node, steering)),
    edges: content.edges.map((edge) => edgeAsRun(edge, kinds.get(edge.source), steering)),
  };
}

/** Every line of a choice but that for "otherwise" has a condition, so that it can be told what to take. */
function edgeAsRun(edge: Edge, source: Node["kind"] | undefined, { stubs }: Steering): Edge {
  if (source === undefined || !CHOICES.has(source) || edge.default) return edge;
  const stub = own(stubs.conditions, edge.id);
  if (typeof stub === "string") return { ...edge, condition: stub };
  return stub === undefined && edge.condition !== undefined ? edge : { ...edge, condition: "true" };
}

function nodeAsRun(node: Node, steering: Steering): Node {
  const stub = own(steering.stubs.conditions, node.id);
  const condition = stub === undefined ? undefined : typeof stub === "string" ? stub : "true";
  const told = withExpressions(node, own(steering.stubs.expressions, node.id));
  const asked = condition === undefined ? told : withCondition(told, condition);
  if (isContainer(asked) && !(isActivity(asked) && steering.held.has(asked.id)))
    return overlay(asked, steering);
  return waiting(withScript(asked, steering), steering);
}

/** The condition of an event, a loop, a complex gateway, or of what is done several times. */
function withCondition(node: Node, condition: string): Node {
  if ((node.kind === "catch" || node.kind === "boundary") && node.event.type === "condition")
    return { ...node, event: { ...node.event, condition } } as Node;
  if (node.kind === "start" && node.trigger?.type === "condition")
    return { ...node, trigger: { ...node.trigger, condition } };
  if (node.kind === "complex" && node.need.type === "condition")
    return { ...node, need: { ...node.need, condition } };
  if (node.kind === "adHoc") return { ...node, completion: condition };
  if (!isActivity(node) || node.loop === undefined) return node;
  const { loop } = node;
  return {
    ...node,
    loop: loop.type === "standard" ? { ...loop, condition } : { ...loop, completion: condition },
  };
}

function withScript(node: Node, { stubs }: Steering): Node {
  const set = node.kind === "scriptTask" ? own(stubs.scripts, node.id)?.set : undefined;
  if (node.kind !== "scriptTask" || set === undefined) return node;
  return { ...node, assignments: Object.entries(set).map(([target, value]) => ({ target, value })) };
}

/**
 * A step that is done as soon as it begins, as one that waits: what it does, it does when it is done. A sub-process as a
 * whole: while it is held nothing in it begins, and when it is completed it is passed.
 */
function waiting(node: Node, { held, stubs }: Steering): Node {
  const script = own(stubs.scripts, node.id);
  const takesTime = script?.error !== undefined || script?.duration !== undefined;
  if (!held.has(node.id) && !(node.kind === "scriptTask" && takesTime)) return node;
  switch (node.kind) {
    case "manualTask":
    case "subProcess":
    case "transaction":
    case "adHoc":
    case "plan":
      return service(node, {});
    case "scriptTask":
      return service(node, script?.set === undefined && takesTime ? {} : { output: node.assignments });
    case "businessRuleTask":
      return service(node, node.output === undefined ? {} : { output: node.output });
    case "callActivity": {
      const { input, output } = node;
      return service(node, {
        ...(input === undefined ? {} : { input }),
        ...(output === undefined ? {} : { output }),
      });
    }
    case "sendTask": {
      const { key, data = [] } = node.message;
      const input = [
        ...(key === undefined ? [] : [{ target: "key", value: key }]),
        ...data.map(({ target, value }) => ({ target: `data.${target}`, value })),
      ];
      return service(node, { input });
    }
    default:
      return node;
  }
}

function service(
  node: Extract<
    Node,
    {
      kind:
        | "manualTask"
        | "scriptTask"
        | "businessRuleTask"
        | "callActivity"
        | "sendTask"
        | "subProcess"
        | "transaction"
        | "adHoc"
        | "plan";
    }
  >,
  more: Pick<Service, "input" | "output">,
): Node {
  const { id, loop, optional } = node;
  return {
    id,
    kind: "serviceTask",
    jobType: node.kind,
    ...(loop === undefined ? {} : { loop }),
    ...(optional === undefined ? {} : { optional }),
    ...more,
  };
}
