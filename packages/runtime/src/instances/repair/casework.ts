import type {
  AddItems,
  AddStep,
  BeginStep,
  FinishSteps,
  ModifyInstance,
  RemoveItem,
  SetVariables,
} from "@flowright/client";
import { checkStoredJson, type Node, type Problem, validateDefinition } from "@flowright/definition";
import type { Command, Json } from "@flowright/engine";
import { checkCaseData } from "@flowright/forms";
import type { Caller } from "../../contract/caller.ts";
import type { InstanceService } from "../../contract/runtime.ts";
import { refuseLargeValue } from "../../problem/large-value.ts";
import { problemsBelow } from "../../problem/problems-below.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import type { TurnView } from "../../turns/turn-request.ts";
import { refuseInstance } from "../instance-problems.ts";
import { type Operation, operateInstance } from "../operate-instance.ts";

type Casework = Pick<
  InstanceService,
  "modify" | "setVariables" | "beginStep" | "finishSteps" | "addStep" | "addItems" | "removeItem"
>;

/** Repairs of a case by hand, and the work in it whose order or number people choose. */
export function caseworkOf(parts: TurnParts): Casework {
  return {
    modify: (caller, id, body, once) => operateInstance(parts, caller, id, modification(caller, body), once),
    setVariables: async (caller, id, body, once) =>
      refuseLargeValue(body.variables, "/variables") ??
      operateInstance(parts, caller, id, correction(caller, body), once),
    beginStep: (caller, id, body, once) =>
      operateInstance(
        parts,
        caller,
        id,
        { ...work("adHoc.start", body, beginning(caller, body)), begins: body },
        once,
      ),
    finishSteps: (caller, id, body, once) =>
      operateInstance(parts, caller, id, work("adHoc.finish", body, finishing(caller, body)), once),
    addStep: (caller, id, body, once) => operateInstance(parts, caller, id, addition(caller, body), once),
    addItems: (caller, id, body, once) => operateInstance(parts, caller, id, moreItems(caller, body), once),
    removeItem: (caller, id, body, once) =>
      operateInstance(parts, caller, id, work("instances.remove", body, removal(caller, body)), once),
  };
}

function modification(caller: Caller, body: ModifyInstance): Operation {
  const { cancel = [], start = [], reason } = body;
  return {
    name: "instance.modify",
    body,
    by: "operate",
    decide: () =>
      reason.trim() === ""
        ? refuseInstance("instance.reason-missing", {}, { path: "/reason" })
        : { ok: true, value: { kind: "instance.modify", cancel, start, by: caller.user, reason } },
  };
}

function correction(caller: Caller, { variables }: SetVariables): Operation {
  return {
    name: "variables.set",
    body: { variables },
    by: "operate",
    decide: ({ definition }) => {
      const schema = definition.variables ?? { type: "object" as const, properties: {} };
      const found = checkCaseData(schema, variables).filter(({ severity }) => severity === "error");
      const problems = problemsBelow("/variables", [...checkStoredJson(variables), ...found]);
      if (problems.length > 0) {
        const params = { count: problems.length };
        return refuseInstance("casework.variables-wrong", params, { path: "/variables", problems });
      }
      return { ok: true, value: { kind: "variables.set", variables, by: caller.user } };
    },
  };
}

function work(name: string, body: unknown, command: Command): Operation {
  return { name, body, by: "work", decide: () => ({ ok: true, value: command }) };
}

function beginning({ user }: Caller, { scope, node }: BeginStep): Command {
  return { kind: "adHoc.start", scope, node, by: user };
}

function finishing({ user }: Caller, { scope }: FinishSteps): Command {
  return { kind: "adHoc.finish", scope, by: user };
}

function removal({ user }: Caller, { token, index }: RemoveItem): Command {
  return { kind: "instances.remove", token, index, by: user };
}

function moreItems(caller: Caller, body: AddItems): Operation {
  return {
    name: "instances.add",
    body,
    by: "work",
    decide: () => {
      const problems = problemsBelow("/items", checkStoredJson(body.items));
      if (problems.length > 0)
        return refuseInstance("casework.items-wrong", {}, { path: "/items", problems });
      const items = body.items as readonly Json[];
      return { ok: true, value: { kind: "instances.add", token: body.token, items, by: caller.user } };
    },
  };
}

function addition(caller: Caller, body: AddStep): Operation {
  const { scope, after = [], before = [] } = body;
  return {
    name: "plan.add",
    body,
    by: "work",
    decide: (view) => {
      const problems = problemsOfStep(view, body);
      if (problems.length > 0) return refuseInstance("casework.step-wrong", {}, { path: "/step", problems });
      const node = body.step as unknown as Node;
      return { ok: true, value: { kind: "plan.add", scope, node, after, before, by: caller.user } };
    },
  };
}

/** What is wrong with a step in itself, as a step of this flow. */
function problemsOfStep({ definition }: TurnView, { step }: AddStep): readonly Problem[] {
  const plan = { id: "plan-of-added-step", kind: "plan", nodes: [step], edges: [] };
  const { nodes } = definition;
  const { problems } = validateDefinition({ ...definition, nodes: [...nodes, plan] });
  const at = `/nodes/${nodes.length}/nodes/0`;
  return problems
    .filter(({ severity, path }) => severity === "error" && path.startsWith(at))
    .map((problem) => ({ ...problem, path: `/step${problem.path.slice(at.length)}` }));
}
