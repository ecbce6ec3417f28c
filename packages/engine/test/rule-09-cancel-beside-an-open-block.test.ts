import type { Node } from "@flowright/definition";
import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, gate, script, start, sub, task } from "./drawing.ts";

/** A trip in whose booking block a step is done and another one open, while somebody decides beside it. */
function cancelled(refund: Node): CaseUnderTest {
  const block = sub(
    "block",
    [start("s"), task("book"), boundary("unbook", "book", { type: "compensation" }), refund, task("pay")],
    ["s > book", "book > pay", `unbook > ${refund.id}`],
    { seat: { type: "string", default: "12A" } },
  );
  const cancel: Node = { id: "cancel", kind: "end", result: { type: "cancel" } };
  const inside = sub(
    "trip",
    [start("begin"), gate("split"), block, task("decide"), cancel],
    ["begin > split", "split > block", "split > decide", "decide > cancel"],
  );
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        { ...inside, kind: "transaction" } as Node,
        boundary("off", "trip", { type: "cancel" }),
        task("told"),
        end(),
      ],
      ["start > trip", "trip > end", "off > told"],
      { variables: { freed: { type: "string" } } },
    ),
  );
  underTest.start();
  underTest.complete("book");
  underTest.complete("decide");
  return underTest;
}

it("rule 9: a transaction that is cancelled undoes what was completed in a block that is still open", () => {
  const underTest = cancelled(task("refund"));
  expect(underTest.waitingAt()).toContain("task refund");
  expect(underTest.waitingAt()).not.toContain("task pay");
  underTest.complete("refund");
  expect(underTest.waitingAt()).toEqual(["task told"]);
});

it("rule 9: what undoes a step of a block that was open sees the data that the block had", () => {
  const underTest = cancelled(script("refund", { freed: "seat" }));
  expect(underTest.variables).toEqual({ freed: "12A" });
  expect(underTest.waitingAt()).toEqual(["task told"]);
});
