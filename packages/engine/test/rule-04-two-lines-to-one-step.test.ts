import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, start, task } from "./drawing.ts";

it("rule 4: two lines from one place to one step open it twice", () => {
  for (const from of [gate("split"), task("split")]) {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), from, task("step"), end()],
        ["start > split", "split > step", ["split > step", { id: "second" }], "step > end"],
      ),
    );
    underTest.start();
    if (from.kind === "userTask") underTest.complete("split");
    expect(underTest.waitingAt()).toEqual(["task step", "task step"]);
    underTest.complete("step");
    expect(underTest.status).toBe("active");
    underTest.complete("step");
    expect(underTest.status).toBe("completed");
  }
});
