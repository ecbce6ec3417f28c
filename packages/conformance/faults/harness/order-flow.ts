import type { Node, WorkflowDefinition } from "@flowright/definition";

const packer = { type: "role", role: "packer" } as const;
const task = (id: string): Node => ({ id, kind: "userTask", name: id, who: packer });

/**
 * The flow of the campaigns: a person, then a call to the outside beside a timer, a join, a message, a person. Its
 * call may be tried often, so that a death of its server is never what ends it.
 */
export const orderFlow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "order",
  name: "Order",
  variables: {
    type: "object",
    properties: {
      orderNo: { type: "string", title: "Order", maxLength: 40 },
      tracking: { type: "string", title: "Tracking number" },
    },
  },
  roles: [{ id: "packer", name: "Packers" }],
  nodes: [
    { id: "begin", kind: "start" },
    task("check"),
    { id: "fork", kind: "parallel" },
    {
      id: "ship",
      kind: "serviceTask",
      jobType: "ship",
      input: [{ target: "order", value: "orderNo" }],
      output: [{ target: "tracking", value: "result.tracking" }],
      retry: { attempts: 20, backoff: ["PT0.1S"] },
      timeout: "PT30S",
    },
    { id: "dry", kind: "catch", event: { type: "timer", duration: "PT1S" } },
    { id: "meet", kind: "parallel" },
    { id: "arrival", kind: "receiveTask", message: { name: "parcel.arrived", key: "orderNo" } },
    task("close"),
    { id: "done", kind: "end" },
  ],
  edges: [
    ["begin", "check"],
    ["check", "fork"],
    ["fork", "ship"],
    ["fork", "dry"],
    ["ship", "meet"],
    ["dry", "meet"],
    ["meet", "arrival"],
    ["arrival", "close"],
    ["close", "done"],
  ].map(([source = "", target = ""], index) => ({ id: `e${index}`, source, target })),
};
