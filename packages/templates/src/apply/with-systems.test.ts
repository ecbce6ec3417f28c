import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { operationsCalled, withSystems } from "./with-systems.ts";

const call = (id: string, system: string, operation: string) => ({
  id,
  kind: "serviceTask",
  call: { system, operation },
});
const flow = {
  nodes: [
    call("a", "shop", "refund"),
    {
      id: "box",
      kind: "subProcess",
      nodes: [call("b", "shop", "tell"), call("c", "bank", "pay")],
      edges: [],
    },
    { id: "d", kind: "serviceTask", jobType: "by-hand" },
  ],
  edges: [],
} as unknown as WorkflowDefinition;

test("calls go to the systems that were chosen, in parts of the flow, too", () => {
  const called = operationsCalled([flow]);
  expect([...(called.get("shop") ?? [])]).toEqual(["refund", "tell"]);
  const made = withSystems(flow, { shop: "our-shop" });
  expect([...operationsCalled([made]).keys()]).toEqual(["our-shop", "bank"]);
  expect(withSystems(flow, {})).toEqual(flow);
  expect([...operationsCalled([withSystems(flow, JSON.parse('{"__proto__": "x"}'))]).keys()]).toEqual([
    "shop",
    "bank",
  ]);
});
