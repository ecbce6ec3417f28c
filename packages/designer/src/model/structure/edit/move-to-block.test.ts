import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { clipboardText } from "../../clipboard/clipboard-text.ts";
import { clippingOf } from "../../clipboard/clipping.ts";
import { parsedClipboard } from "../../clipboard/parsed-clipboard.ts";
import type { Outcome } from "../../command/command.ts";
import { indexOf } from "../../document/index-of.ts";
import { duplicateBehind } from "./duplicate-behind.ts";
import { gapBeside, moveItem } from "./move-item.ts";
import { pasteAt } from "./paste-at.ts";
import { goneWith } from "./remove-item.ts";

const task = (id: string): Node => ({ id, kind: "userTask", who: { type: "initiator" } });

/** start, check, a decision with two branches that meet at `last`; beside it a block with one step. */
const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "begin", kind: "start" },
    task("check"),
    { id: "late", kind: "boundary", attachedTo: "check", event: { type: "timer", duration: "PT1H" } },
    task("remind"),
    { id: "which", kind: "exclusive" },
    task("dear"),
    {
      id: "block",
      kind: "subProcess",
      nodes: [{ id: "in", kind: "start" }, task("pack"), { id: "out", kind: "end" }],
      edges: [
        { id: "in-pack", source: "in", target: "pack" },
        { id: "pack-out", source: "pack", target: "out" },
      ],
    },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "begin-check", source: "begin", target: "check" },
    { id: "late-remind", source: "late", target: "remind" },
    { id: "check-which", source: "check", target: "which" },
    { id: "which-dear", source: "which", target: "dear", condition: "total > 5000" },
    { id: "which-block", source: "which", target: "block", default: true },
    { id: "dear-block", source: "dear", target: "block" },
    { id: "block-done", source: "block", target: "done" },
  ],
};

function result(outcome: Outcome): WorkflowDefinition {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.definition;
}

/** Lines as `source>target` of the flow and of the block. */
function lines(definition: WorkflowDefinition): { flow: string[]; block: string[] } {
  const block = definition.nodes.find(isContainer);
  const all = (edges: readonly { source: string; target: string }[]) =>
    edges.map(({ source, target }) => `${source}>${target}`).sort();
  return { flow: all(definition.edges), block: all(block?.edges ?? []) };
}

describe("moving into another block", () => {
  it("takes a step into a block: what led to it leads on, inside it stands where it was put", () => {
    const moved = result(moveItem("dear", { edges: ["pack-out"] }).execute(flow));
    expect(lines(moved).block).toEqual(["dear>out", "in>pack", "pack>dear"]);
    // Nothing is left to decide, so the decision is gone.
    expect(lines(moved).flow).toEqual(["begin>check", "block>done", "check>block", "late>remind"]);
    expect(indexOf(moved).nodes.get("dear")?.parent?.id).toBe("block");
  });

  it("takes a decision with its branches, its conditions and its ids", () => {
    const moved = result(moveItem("which", { edges: ["in-pack"] }).execute(flow));
    expect(lines(moved).block).toEqual(["dear>pack", "in>which", "pack>out", "which>dear", "which>pack"]);
    expect(lines(moved).flow).toEqual(["begin>check", "block>done", "check>block", "late>remind"]);
    expect(indexOf(moved).edges.get("which-dear")?.edge.condition).toBe("total > 5000");
    expect(indexOf(moved).edges.get("which-block")?.edge).toMatchObject({ target: "pack", default: true });
  });

  it("takes a step out of a block with the event on its edge and what that leads to", () => {
    const inner = result(moveItem("check", { edges: ["pack-out"] }).execute(flow));
    expect(indexOf(inner).nodes.get("late")?.parent?.id).toBe("block");
    expect(lines(inner).block).toContain("late>remind");
    const outer = result(
      moveItem("check", {
        edges: ["begin-which", "begin-check"].filter((id) => indexOf(inner).edges.has(id)),
      }).execute(inner),
    );
    expect(lines(outer)).toEqual(lines(flow));
  });

  it("moves a step before which a path ends up and down again", () => {
    const inner = result(moveItem("check", { edges: ["pack-out"] }).execute(flow));
    const up = result(moveItem("check", { edges: ["in-pack"] }).execute(inner));
    expect(lines(up).block).toEqual(["check>pack", "in>check", "late>remind", "pack>out"]);
    const down = gapBeside(up, "check", 1);
    if (!down) throw new Error("No place below");
    expect(lines(result(moveItem("check", down).execute(up))).block).toEqual(lines(inner).block);
  });

  it("refuses a block into itself, with a reason", () => {
    const outcome = moveItem("block", { edges: ["in-pack"] }).execute(flow);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "move.into-itself" } });
  });

  it("refuses where a line would cross the border of the block", () => {
    const returned = { ...flow, edges: [...flow.edges, { id: "back", source: "dear", target: "check" }] };
    const outcome = moveItem("dear", { edges: ["in-pack"] }).execute(returned);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "move.lines-leave" } });
  });
});

describe("copies in the column", () => {
  it("duplicates a decision with its branches behind it", () => {
    const twice = result(duplicateBehind("which").execute(flow));
    const { flow: made } = lines(twice);
    expect(made).toContain("which>exclusive_1");
    expect(made).toContain("dear>exclusive_1");
    expect(made).toContain("exclusive_1>block");
    expect(made).toContain("userTask_1>block");
    expect(twice.edges.filter(({ condition }) => condition === "total > 5000")).toHaveLength(2);
    expect(twice.edges.filter((edge) => edge.default)).toHaveLength(2);
  });

  it("pastes a decision into a block; the lines that led on lead on again", () => {
    const clipping = clippingOf(flow, [...goneWith(flow, "which")], ["which-block", "dear-block"]);
    if (!clipping) throw new Error("Nothing copied");
    const pasted = result(pasteAt({ edges: ["in-pack"] }, clipping).execute(flow));
    expect(lines(pasted).block).toEqual(
      ["exclusive_1>pack", "exclusive_1>userTask_1", "in>exclusive_1", "pack>out", "userTask_1>pack"].sort(),
    );
    expect(lines(pasted).flow).toEqual(lines(flow).flow);
    const copied = pasted.nodes.find(isContainer)?.edges.filter(({ source }) => source === "exclusive_1");
    expect(copied?.map((edge) => edge.condition ?? edge.default)).toEqual(["total > 5000", true]);
    expect(parsedClipboard(clipboardText(clipping))).toEqual(clipping);
  });

  it("refuses steps that do not begin in one place", () => {
    const clipping = clippingOf(flow, ["dear", "remind"]);
    if (!clipping) throw new Error("Nothing copied");
    const outcome = pasteAt({ edges: ["in-pack"] }, clipping).execute(flow);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "paste.no-single-way-in" } });
  });
});
