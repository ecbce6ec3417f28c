import type { Field, Node, WorkflowDefinition } from "@flowright/definition";

/** A flow that runs through its nodes one after the other, from a start to an end. */
export function line(
  id: string,
  nodes: readonly Node[],
  more: Partial<WorkflowDefinition> & { start?: Partial<Extract<Node, { kind: "start" }>> } = {},
): WorkflowDefinition {
  const { start, ...rest } = more;
  const all: Node[] = [{ id: "begin", kind: "start", ...start }, ...nodes, { id: "done", kind: "end" }];
  const steps = all.filter((node) => node.kind !== "boundary");
  return {
    schema: "flowright/workflow/v1",
    id,
    name: { en: id, "zh-CN": id },
    variables: { type: "object", properties: FIELDS },
    roles: [
      { id: "packer", name: "Packers" },
      { id: "lead", name: "Leads" },
    ],
    forms: [
      {
        id: "order",
        sections: [
          {
            fields: [
              { field: "orderNo", mode: "edit", required: true },
              { field: "amount", mode: "edit" },
            ],
          },
        ],
      },
      {
        id: "pack",
        sections: [
          {
            fields: [
              { field: "orderNo", mode: "read" },
              { field: "weight", mode: "edit", required: true },
            ],
          },
        ],
      },
    ],
    nodes: all,
    edges: steps.slice(1).map((node, index) => ({
      id: `e${index}`,
      source: steps[index]?.id ?? "",
      target: node.id,
    })),
    ...rest,
  };
}

const FIELDS: { [name: string]: Field } = {
  orderNo: { type: "string", title: "Order", maxLength: 40 },
  amount: { type: "string", format: "money", currency: "CNY", title: "Amount" },
  weight: { type: "number", minimum: 0, title: "Weight" },
  tracking: { type: "string", title: "Tracking number" },
  note: { type: "string", title: "Note" },
};

export const pack: Node = {
  id: "pack",
  kind: "userTask",
  name: { en: "Pack the goods", "zh-CN": "打包" },
  who: { type: "role", role: "packer" },
  form: "pack",
};

export const check: Node = {
  id: "check",
  kind: "userTask",
  name: "Check",
  who: { type: "role", role: "packer" },
};

export const ship: Node = {
  id: "ship",
  kind: "serviceTask",
  jobType: "ship",
  input: [{ target: "order", value: "orderNo" }],
  output: [{ target: "tracking", value: "result.tracking" }],
  retry: { attempts: 3, backoff: ["PT0.02S"] },
  timeout: "PT5S",
};

export const wait = (duration: string): Node => ({
  id: "wait",
  kind: "catch",
  event: { type: "timer", duration },
});

export const arrival: Node = {
  id: "arrival",
  kind: "receiveTask",
  message: { name: "parcel.arrived", key: "orderNo", output: [{ target: "note", value: "message.note" }] },
};

/** A call with a boundary event for its error code. */
export function booking(): WorkflowDefinition {
  const book: Node = {
    ...(ship as Extract<Node, { kind: "serviceTask" }>),
    id: "book",
    jobType: "book",
    output: [],
    retry: { attempts: 2, backoff: ["PT0.01S"] },
  };
  const soldOut: Node = {
    id: "sold_out",
    kind: "boundary",
    attachedTo: "book",
    event: { type: "error", code: "SOLD_OUT", variable: "failure" },
  };
  const definition = line("books", [book, soldOut]);
  return {
    ...definition,
    variables: {
      type: "object",
      properties: {
        ...definition.variables?.properties,
        failure: { type: "object", properties: { code: { type: "string" }, message: { type: "string" } } },
      },
    },
    edges: [...definition.edges, { id: "given_up", source: "sold_out", target: "done" }],
  };
}
