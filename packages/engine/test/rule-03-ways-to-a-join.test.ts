import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, catching, choice, drawing, end, gate, start, task, throwing } from "./drawing.ts";

const join: Node = { id: "join", kind: "inclusive" };

describe("rule 3: the ways by which a token can still come to an inclusive join", () => {
  it("lead over links, too", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          task("a"),
          task("b"),
          throwing("jump", { type: "link", name: "on" }),
          catching("land", { type: "link", name: "on" }),
          join,
          task("after"),
          end(),
        ],
        [
          "start > split",
          "split > a",
          "split > b",
          "a > join",
          "b > jump",
          "land > join",
          "join > after",
          "after > end",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task b"]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("begin where a token will go back to that has jumped to an earlier step", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          task("early"),
          task("beside"),
          join,
          task("late"),
          boundary("more", "late", { type: "message", message: { name: "more" } }, false),
          choice("again"),
          end(),
        ],
        [
          "start > early",
          "early > join",
          "beside > join",
          "join > late",
          "more > early",
          "more > beside",
          "late > again",
          ["again > join", { condition: "repeat" }],
          ["again > end", { default: true }],
        ],
        { variables: { repeat: { type: "boolean" } } },
      ),
    );
    underTest.start({ repeat: true });
    underTest.complete("early");
    underTest.hear("more");
    underTest.complete("early");
    const { id } = underTest.wait("task", "late");
    underTest.do({ kind: "task.claim", task: id, by: "ann" });
    underTest.do({
      kind: "task.return",
      task: id,
      by: "ann",
      reason: "incomplete",
      to: "early",
      way: "jump",
    });
    underTest.complete("beside");
    // From the late step, where it goes back to, this token may come to the join by its own way.
    expect(underTest.waitingAt()).toEqual(["task early"]);
    underTest.complete("early");
    underTest.complete("late");
    expect(underTest.waitingAt()).toEqual(["message more", "task late"]);
    expect(underTest.seen("task.opened").filter(({ node }) => node === "late")).toHaveLength(3);
  });
});
