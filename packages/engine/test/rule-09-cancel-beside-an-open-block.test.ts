import type { Node } from "@flowright/definition";
import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, gate, start, sub, task } from "./drawing.ts";

it("rule 9: a transaction that is cancelled undoes what was completed in a block that is still open", () => {
  const block = sub(
    "block",
    [
      start("s"),
      task("book"),
      boundary("unbook", "book", { type: "compensation" }),
      task("refund"),
      task("pay"),
    ],
    ["s > book", "book > pay", "unbook > refund"],
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
    ),
  );
  underTest.start();
  underTest.complete("book");
  underTest.complete("decide");
  expect(underTest.waitingAt()).toContain("task refund");
  expect(underTest.waitingAt()).not.toContain("task pay");
  underTest.complete("refund");
  expect(underTest.waitingAt()).toEqual(["task told"]);
});
