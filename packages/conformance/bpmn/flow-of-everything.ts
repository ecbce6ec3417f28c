import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import type { Feature } from "../generator/features.ts";
import { pair } from "../generator/pairs.ts";

/** Texts that files like to lose: signs of XML, white space at the ends, characters that XML cannot hold. */
const words = fc.constantFrom(
  "Check the order",
  "核对订单 & 退款",
  "a < b && \"c\" > 'd'",
  "  two spaces  around  ",
  "line\nnext\r\nlast\ttab",
  "\u0001\u000b control",
  "😀 and \ufffe",
  "]]> <!-- &amp; &#10;",
  "",
);
const text = fc.oneof(
  words,
  fc.record({ en: words, "zh-CN": words }),
  words.map((one) => ({ "zh-CN": one })),
);
const number = fc.oneof(fc.integer({ min: -500, max: 3000 }), fc.constantFrom(0.1, 33.333, 1e21, -0.5));
const position = fc.record({ x: number, y: number });

/** What a step has beside what it does; by its kind some of it is left out. */
const dress = fc.record(
  {
    name: text,
    documentation: text,
    position,
    goal: text,
    form: fc.constant("form"),
    deadline: fc.constantFrom({ type: "duration", duration: "P1D" }, { type: "field", field: "due" }),
    collapsed: fc.boolean(),
    size: fc.constant({ width: 640, height: 333 }),
    idle: fc.constant(true),
  },
  { requiredKeys: [] },
);
type Dress = Partial<Record<string, unknown>>;

const CONTAINERS = new Set<Node["kind"]>(["subProcess", "transaction", "eventSubProcess", "adHoc", "plan"]);
const PEOPLE = new Set<Node["kind"]>(["userTask", "approval"]);

/** Ids that XML, other tools or objects have trouble with. */
const IDS = ["退货", "toString", "a.b-c", "Ünï·", "x×y", "hasOwnProperty", "Process_1", "Definitions"];

const top = fc.record(
  {
    name: text,
    description: text,
    roles: fc.constant([
      { id: "staff", name: { en: "Staff", "zh-CN": "员工" }, color: "#0055aa" },
      { id: "unused" },
    ]),
    forms: fc.constant([
      { id: "form", title: "Form", sections: [{ fields: [{ field: "a", mode: "read" }, { field: "b" }] }] },
    ]),
    settings: fc.constant({ businessKey: '"k" + owner', caseTitle: "owner", maxSteps: 500 }),
    drawing: fc.constantFrom<WorkflowDefinition["drawing"]>(
      { notes: [{ id: "note1", text: "A note\n<with> signs", position: { x: 1, y: 2 } }] },
      {
        groups: [{ id: "group1", name: "Group", position: { x: 5, y: 5 }, size: { width: 50, height: 40 } }],
      },
      { kept: [{ at: "process", xml: '<x:mine xmlns:x="urn:other-tool" a="1"><x:b>text</x:b></x:mine>' }] },
      { keptAttributes: [{ at: "process", attribute: "x:hint", namespace: "urn:other-tool", value: "<1>" }] },
      { lanes: [], notes: [] },
      {},
    ),
  },
  { requiredKeys: [] },
);

/** Any flow of the generator with names, texts, places, forms and ids of every sort. */
export function flowOfEverything(features: ReadonlySet<Feature>): fc.Arbitrary<WorkflowDefinition> {
  return fc
    .tuple(pair(features), fc.array(dress, { minLength: 1, maxLength: 6 }), top, fc.boolean(), fc.boolean())
    .map(([{ definition }, dresses, head, isDressed, hasOddIds]) => {
      const dressed = isDressed ? withDress(definition, dresses) : definition;
      const named = hasOddIds ? withOddIds(dressed) : dressed;
      return isDressed ? ({ ...named, ...head } as WorkflowDefinition) : named;
    });
}

function withDress(definition: WorkflowDefinition, dresses: readonly Dress[]): WorkflowDefinition {
  let next = 0;
  const dressOf = () => dresses[next++ % dresses.length] ?? {};
  const node = (one: Node): Node => {
    const { name, documentation, position: at, goal, form, deadline, collapsed, size } = dressOf();
    const worn: Dress = { name, documentation, position: at };
    if (PEOPLE.has(one.kind)) Object.assign(worn, { goal, form, deadline });
    if (CONTAINERS.has(one.kind)) Object.assign(worn, { collapsed, size });
    const kept = Object.fromEntries(Object.entries(worn).filter(([, value]) => value !== undefined));
    const inner = "nodes" in one ? { nodes: one.nodes.map(node), edges: one.edges.map(edge) } : {};
    return { ...one, ...kept, ...inner } as Node;
  };
  const edge = (one: Edge): Edge => {
    const { name } = dressOf();
    return name === undefined ? one : ({ ...one, name } as Edge);
  };
  return { ...definition, nodes: definition.nodes.map(node), edges: definition.edges.map(edge) };
}

/** The first steps get ids that are hard to keep. Text is enough: an id in quotes stands for nothing else there. */
function withOddIds(definition: WorkflowDefinition): WorkflowDefinition {
  const json = JSON.stringify(definition).replace(
    /"(n|e)(\d+)"/g,
    (whole, letter: string, digits: string) => {
      const odd = letter === "n" ? IDS[Number(digits)] : undefined;
      return odd === undefined ? whole : JSON.stringify(odd);
    },
  );
  return JSON.parse(json) as WorkflowDefinition;
}
