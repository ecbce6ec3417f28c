import { describe, expect, test } from "vitest";
import { validateDefinition } from "../src/index.ts";

const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const definition = (content: object) => ({
  schema: "flowright/workflow/v1",
  id: "hostile",
  name: "Hostile",
  nodes: [],
  edges: [],
  ...content,
});

const fields = Object.fromEntries(numbered(300, (index) => [`f${index}`, { type: "string" }]));

const HOSTILE: [name: string, value: unknown][] = [
  [
    "thousands of gateways in a tangle",
    definition({
      nodes: [
        { id: "s", kind: "start" },
        ...numbered(4900, (index) => ({ id: `p${index}`, kind: "parallel" })),
      ],
      edges: numbered(10_000, (index) => ({
        id: `e${index}`,
        source: `p${index % 4900}`,
        target: `p${(index * 7 + 1) % 4900}`,
      })),
    }),
  ],
  [
    "ten thousand lines between two steps",
    definition({
      nodes: [
        { id: "s", kind: "start" },
        { id: "p", kind: "parallel" },
      ],
      edges: numbered(10_000, (index) => ({ id: `e${index}`, source: "s", target: "p" })),
    }),
  ],
  [
    "one id for everything",
    definition({
      nodes: numbered(5000, () => ({ id: "a", kind: "exclusive" })),
      edges: numbered(10_000, () => ({ id: "a", source: "a", target: "a", condition: "x = 1" })),
    }),
  ],
  [
    "a choice of ten thousand branches",
    definition({
      nodes: [{ id: "s", kind: "exclusive" }],
      edges: numbered(10_000, (index) => ({
        id: `e${index}`,
        source: "s",
        target: "s",
        condition: `x > ${index}`,
      })),
    }),
  ],
  [
    "a long form shown in a thousand sub-processes",
    definition({
      variables: { type: "object", properties: fields },
      nodes: numbered(1000, (index) => ({
        id: `s${index}`,
        kind: "subProcess",
        variables: { type: "object", properties: { q: {} } },
        nodes: [{ id: `u${index}`, kind: "userTask", who: { type: "initiator" }, form: "f" }],
        edges: [],
      })),
      forms: [
        {
          id: "f",
          sections: numbered(50, () => ({
            fields: numbered(200, (index) => ({ field: `f${index}`, visibleWhen: `f${index} = "a"` })),
          })),
        },
      ],
    }),
  ],
  [
    "a plan that is one tangle",
    definition({
      nodes: [
        { id: "s", kind: "start" },
        {
          id: "plan",
          kind: "plan",
          nodes: numbered(4900, (index) => ({ id: `t${index}`, kind: "manualTask" })),
          edges: numbered(10_000, (index) => ({
            id: `e${index}`,
            source: `t${index % 4900}`,
            target: `t${(index * 7 + 1) % 4900}`,
          })),
        },
      ],
      edges: [{ id: "in", source: "s", target: "plan" }],
    }),
  ],
  [
    "thousands of links and undone steps",
    definition({
      nodes: [
        { id: "s", kind: "start" },
        ...numbered(1600, (index) => ({
          id: `l${index}`,
          kind: "throw",
          event: { type: "link", name: `n${index}` },
        })),
        ...numbered(1600, (index) => ({ id: `c${index}`, kind: "throw", event: { type: "compensation" } })),
        ...numbered(1600, (index) => ({
          id: `m${index}`,
          kind: "manualTask",
          loop: { type: "multiInstance", collection: "1", item: `i${index}` },
        })),
      ],
      variables: { type: "object", properties: fields },
    }),
  ],
  ["every id wrong", definition({ nodes: numbered(5000, (index) => ({ id: `-${index}`, kind: "ned" })) })],
  ["names of the language's own", JSON.parse('{"__proto__":{"schema":1},"constructor":{"prototype":[]}}')],
];

describe("hostile definitions are answered soon and in a limited number of problems", () => {
  test.each(HOSTILE)("%s", (_, value) => {
    const from = performance.now();
    const { problems } = validateDefinition(value);
    // Each takes well below a second alone; before a rule was bounded, one of them took twenty.
    expect(performance.now() - from).toBeLessThan(8000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(501);
  });
});
