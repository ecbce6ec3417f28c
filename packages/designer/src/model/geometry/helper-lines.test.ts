import { describe, expect, it } from "vitest";
import { helperLines } from "./helper-lines.ts";

const card = (x: number, y: number) => ({ x, y, width: 220, height: 64 });

describe("helper lines", () => {
  it("draw a step to the edges and the middle of another, at most as far as they reach", () => {
    const helped = helperLines(card(403, 200), [card(400, 0)], 5);
    expect(helped.dx).toBe(-3);
    expect(helped.dy).toBeNull();
    expect(helped.lines).toEqual([{ axis: "x", at: 510, from: 0, to: 264, sort: "middle" }]);
    expect(helperLines(card(406, 200), [card(400, 0)], 5).dx).toBeNull();
  });

  it("agree with the edge of a step of another width", () => {
    const helped = helperLines({ x: 402, y: 200, width: 40, height: 40 }, [card(400, 0)], 5);
    expect(helped.dx).toBe(-2);
    expect(helped.lines[0]).toMatchObject({ sort: "edge", at: 400 });
  });

  it("keep the same space between two neighbours, and the space of the last two", () => {
    const between = helperLines(card(303, 0), [card(0, 0), card(600, 0)], 5);
    expect(between.dx).toBe(-3);
    expect(between.lines.filter(({ sort }) => sort === "space")).toHaveLength(2);
    const behind = helperLines(card(598, 20), [card(0, 0), card(300, 0)], 5);
    expect(behind.dx).toBe(2);
  });
});
