import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { EVERY_KIND } from "../../test/harness/every-kind.ts";
import { flowPicture } from "./flow-picture.ts";

const EXAMPLE = path.resolve(
  import.meta.dirname,
  "../../../../examples/return-handling/return-handling.json",
);
const returns = JSON.parse(readFileSync(EXAMPLE, "utf8")) as WorkflowDefinition;

const idsIn = (picture: string) => [...picture.matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id);

function idsOf({ nodes, edges }: Pick<WorkflowDefinition, "nodes" | "edges">): string[] {
  const inner = nodes.flatMap((node) => ("nodes" in node && !node.collapsed ? idsOf(node) : []));
  return [...nodes, ...edges].map(({ id }) => id).concat(inner);
}

describe("the picture of a flow", () => {
  it.each([
    ["every kind", EVERY_KIND],
    ["return handling", returns],
  ])("has every step and every line of %s once, in both languages, the same each time", (_, definition) => {
    for (const language of ["en", "zh-CN"] as const) {
      const picture = flowPicture(definition, { language });
      expect(idsIn(picture).sort()).toEqual(idsOf(definition).sort());
      expect(flowPicture(structuredClone(definition), { language })).toBe(picture);
    }
    expect(flowPicture(returns, { language: "zh-CN" })).toContain("财务审核");
  });

  it("has notes, lanes, open groups and folded ones, and room for them", () => {
    const picture = flowPicture({
      ...EVERY_KIND,
      drawing: {
        notes: [
          { id: "note", text: "Two people\n旺季两个人", position: { x: -900, y: -400 }, about: ["pick"] },
          { id: "loose", text: "Written anywhere" },
        ],
        groups: [
          { id: "open", name: "Checks", nodes: ["price", "sign"], colour: "teal" },
          { id: "folded", name: "Send off", nodes: ["send", "hand"], collapsed: true },
        ],
        lanes: [
          {
            id: "lane",
            name: "Warehouse",
            nodes: [],
            position: { x: 0, y: 0 },
            size: { width: 4_000, height: 300 },
          },
        ],
      },
    });
    const ids = idsIn(picture);
    for (const id of ["note", "loose", "open", "folded", "lane", "price"]) expect(ids).toContain(id);
    expect(ids).not.toContain("send");
    for (const words of ["旺季两个人", "Checks", "Send off", "Warehouse"]) expect(picture).toContain(words);
    const [left, top] = /viewBox="(-?\d+) (-?\d+)/.exec(picture)?.slice(1).map(Number) ?? [];
    expect([left, top]).toEqual([-932, -432]);
  });

  it("names people and systems as the page knows them", () => {
    const names = { roles: [{ id: "fin", name: "Money matters" }] };
    const plain = { ...EVERY_KIND, roles: [] };
    expect(flowPicture(plain, { names })).toContain("Money matters");
    expect(flowPicture(plain)).not.toContain("Money matters");
  });

  it("is only its beginning where no more is wanted, level with the first start", () => {
    const boxOf = (picture: string) => /viewBox="([^"]+)"/.exec(picture)?.[1]?.split(" ").map(Number) ?? [];
    const whole = boxOf(flowPicture(returns));
    const [left, top, width, height] = boxOf(
      flowPicture(returns, { beginning: { width: 640, height: 345 } }),
    );
    expect([left, width, height]).toEqual([whole[0], 640, 345]);
    const start = returns.nodes.find(({ kind }) => kind === "start")?.position;
    if (start) expect(Math.abs((top ?? 0) + 345 / 2 - start.y)).toBeLessThan(345 / 2);
    expect(boxOf(flowPicture(returns, { beginning: { width: 99_999, height: 99_999 } }))).toEqual(whole);
  });
});
