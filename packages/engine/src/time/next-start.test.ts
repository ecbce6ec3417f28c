import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { compiled } from "../../test/case-under-test.ts";
import { drawing, end, start, sub } from "../../test/drawing.ts";
import { nextStart } from "./next-start.ts";

type Timer = Extract<NonNullable<Extract<Node, { kind: "start" }>["trigger"]>, { type: "timer" }>;

const SINCE = "2026-01-05T01:00:00.000Z";

function programOf(trigger: Timer) {
  return compiled(
    drawing([{ id: "timed", kind: "start", trigger }, end()], ["timed > end"], {
      variables: { rhythm: { type: "string", default: "R/PT6H" } },
    }),
  );
}

function starts(trigger: Timer, count: number, since = SINCE): (string | null)[] {
  const program = programOf(trigger);
  const found: (string | null)[] = [];
  let after = since;
  while (found.length < count) {
    const due = nextStart(program, "timed", since, after);
    found.push(due);
    if (due === null) break;
    after = due;
  }
  return found;
}

describe("the next start by a timer", () => {
  it("of a duration or a date is the only one", () => {
    expect(starts({ type: "timer", duration: "PT2H" }, 3)).toEqual(["2026-01-05T03:00:00.000Z", null]);
    expect(starts({ type: "timer", date: "2026-02-01T08:00:00+08:00" }, 3)).toEqual([
      "2026-02-01T00:00:00.000Z",
      null,
    ]);
    expect(starts({ type: "timer", date: "2025-02-01T00:00:00Z" }, 3)).toEqual([null]);
  });

  it("of a cycle comes as often as it says, counted from its start or from when the version began", () => {
    expect(starts({ type: "timer", cycle: "R2/PT10M" }, 5)).toEqual([
      "2026-01-05T01:10:00.000Z",
      "2026-01-05T01:20:00.000Z",
      null,
    ]);
    expect(starts({ type: "timer", cycle: "R3/2026-01-04T00:00:00Z/P1D" }, 5)).toEqual([
      "2026-01-06T00:00:00.000Z",
      null,
    ]);
    expect(starts({ type: "timer", cycle: "R/2020-01-31T00:00:00Z/P1M" }, 3)).toEqual([
      "2026-01-31T00:00:00.000Z",
      "2026-02-28T00:00:00.000Z",
      "2026-03-31T00:00:00.000Z",
    ]);
    expect(starts({ type: "timer", cycle: "R/1990-01-01T00:00:00Z/PT1S" }, 2)).toEqual([
      "2026-01-05T01:00:01.000Z",
      "2026-01-05T01:00:02.000Z",
    ]);
    expect(starts({ type: "timer", cycle: "=rhythm" }, 2)).toEqual([
      "2026-01-05T07:00:00.000Z",
      "2026-01-05T13:00:00.000Z",
    ]);
  });

  it("of a cron rule follows its zone", () => {
    expect(starts({ type: "timer", cron: "0 9 * * 1", timeZone: "Asia/Shanghai" }, 2)).toEqual([
      "2026-01-12T01:00:00.000Z",
      "2026-01-19T01:00:00.000Z",
    ]);
  });

  it("is none for what cannot be read, and for nodes that are no start of the process by a timer", () => {
    for (const cycle of ["R/PT0S", "R0/PT1H", "every day", "R/never/P1D", "=1 + 1"])
      expect([cycle, starts({ type: "timer", cycle }, 1)]).toEqual([cycle, [null]]);
    expect(starts({ type: "timer", cron: "* * * *" }, 1)).toEqual([null]);
    const inner = sub(
      "box",
      [{ id: "timed", kind: "start", trigger: { type: "timer", duration: "PT1H" } }, end("e")],
      ["timed > e"],
    );
    const program = compiled(drawing([start(), inner, end()], ["start > box", "box > end"]));
    for (const node of ["timed", "start", "end", "nowhere"])
      expect(nextStart(program, node, SINCE)).toBeNull();
  });
});
