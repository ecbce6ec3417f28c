import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Proof, playCounterExample, prove } from "../src/index.ts";
import { naiveSearch } from "./naive-search.ts";
import { block, drawn } from "./random-drawing.ts";

const makers = fc.constantFrom<(id: string) => Node>(
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } }),
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } }),
  (id) => ({ id, kind: "scriptTask", assignments: [{ target: "a", value: "1" }] }),
  (id) => ({ id, kind: "approval", who: { type: "people", people: ["ann"] }, rule: { type: "any" } }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "end" }),
  (id) => ({ id, kind: "end", result: { type: "terminate" } }),
);

const outcome = fc.constantFrom(undefined, "approved", "rejected");

/** Nodes and lines anyhow. */
const tangle: fc.Arbitrary<WorkflowDefinition> = fc
  .array(makers, { minLength: 2, maxLength: 8 })
  .chain((made) => {
    const nodes: Node[] = [{ id: "start", kind: "start" }, ...made.map((make, index) => make(`n${index}`))];
    const place = fc.integer({ min: 1, max: nodes.length - 1 });
    const line = fc.record({ source: place, target: place, outcome });
    return fc
      .tuple(place, fc.array(line, { minLength: nodes.length - 1, maxLength: nodes.length * 2 }))
      .map(([first, lines]) => {
        const idOf = (index: number) => nodes[index]?.id ?? "";
        const edges: Edge[] = [{ id: "e", source: "start", target: idOf(first) }];
        for (const [index, { source, target, outcome }] of lines.entries()) {
          const node = nodes[source];
          if (!node || node.kind === "end") continue;
          const led = node.kind === "approval" && outcome !== undefined ? { outcome } : {};
          edges.push({ id: `e${index}`, source: node.id, target: idOf(target), ...led });
        }
        return { schema: "flowright/workflow/v1", id: "tangle", name: "Tangle", nodes, edges };
      });
  });

function nodesIn({ findings }: Proof, ...codes: string[]): string[] {
  const nodes = findings.flatMap((finding) => (codes.includes(finding.code) ? finding.nodes : []));
  return [...new Set(nodes)].sort();
}

describe("the prover on random drawings", () => {
  it("finds what a plain look at every state finds, and nothing else", () => {
    let compared = 0;
    fc.assert(
      fc.property(tangle, (definition) => {
        const naive = naiveSearch(definition, 1_500);
        const proof = prove(definition);
        if (naive === null || !proof.complete) return;
        compared++;
        expect(nodesIn(proof, "proof.deadlock", "proof.join-never-filled")).toEqual([...naive.stuck].sort());
        expect(nodesIn(proof, "proof.runs-twice")).toEqual([...naive.twice].sort());
        expect(nodesIn(proof, "proof.end-twice")).toEqual([...naive.endTwice].sort());
        expect(nodesIn(proof, "proof.dead-step")).toEqual([...naive.dead].sort());
        expect(nodesIn(proof, "proof.livelock").length > 0).toBe(naive.livelock);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("comes to the same with a bound, as far as it comes", () => {
    fc.assert(
      fc.property(tangle, fc.integer({ min: 1, max: 20 }), (definition, states) => {
        const bounded = prove(definition, { states });
        const whole = prove(definition);
        if (bounded.complete) expect(bounded.findings).toEqual(whole.findings);
        else if (whole.complete) {
          for (const code of ["proof.runs-twice", "proof.end-twice"])
            expect(nodesIn(whole, code)).toEqual(expect.arrayContaining(nodesIn(bounded, code)));
          expect(nodesIn(bounded, "proof.livelock", "proof.dead-step")).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives moves that the engine plays to what the finding says", () => {
    let played = 0;
    fc.assert(
      fc.property(
        fc.oneof(tangle.filter(withoutRace), block.map(drawn).filter(withoutDataJoin)),
        (definition) => {
          for (const { code, nodes, moves, marking } of prove(definition).findings) {
            if (moves.length === 0) continue;
            const { state, events } = playCounterExample(definition, moves);
            if (state === null) continue;
            played++;
            const entered = (id: string) =>
              events.filter((event) => event.kind === "node.entered" && event.node === id);
            const incidents = events.flatMap((event) => (event.kind === "incident.raised" ? [event] : []));
            switch (code) {
              case "proof.deadlock":
              case "proof.join-never-filled": {
                expect(incidents.map((incident) => incident.code)).toContain("join.never-fills");
                const counted = Object.values(state.scopes).flatMap(({ joins = {} }) => Object.keys(joins));
                const raised = incidents.map(({ node }) => node);
                expect([...counted, ...raised]).toEqual(
                  expect.arrayContaining((marking?.joins ?? []).map(({ node }) => node)),
                );
                break;
              }
              case "proof.runs-twice":
              case "proof.end-twice":
                // The engine does not leave a script waiting while others move.
                if (!JSON.stringify(definition).includes("scriptTask"))
                  expect(entered(nodes[0] ?? "").length).toBeGreaterThanOrEqual(2);
                break;
              case "proof.livelock":
                expect(state.status).toBe("active");
                break;
              case "proof.end-stops-work":
                expect(entered(nodes[0] ?? "").length).toBeGreaterThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 80, seed: 4 },
    );
    expect(played).toBeGreaterThan(15);
  });
});

/** An end that stops all is reached in the engine before others of the same turn; in the proof in any order. */
function withoutRace({ nodes }: WorkflowDefinition): boolean {
  return !nodes.some((node) => node.kind === "end" && node.result?.type === "terminate");
}

/** Whether such a join goes on early is for the case data to say, which a played copy has none of. */
function withoutDataJoin(definition: WorkflowDefinition): boolean {
  return !JSON.stringify(definition).includes("arrived >= a");
}
