import { expect, test } from "vitest";
import { afterDone, nextOf, previousOf } from "./neighbours.ts";

const ORDER = ["a", "b", "c"];

test("moving through the list stops at its ends", () => {
  expect(nextOf(ORDER, undefined)).toBe("a");
  expect(nextOf(ORDER, "a")).toBe("b");
  expect(nextOf(ORDER, "c")).toBeUndefined();
  expect(previousOf(ORDER, "b")).toBe("a");
  expect(previousOf(ORDER, "a")).toBeUndefined();
  expect(previousOf(ORDER, undefined)).toBe("c");
});

test("after a task is done, the next one opens, at the end the one before", () => {
  expect(afterDone(ORDER, "a")).toBe("b");
  expect(afterDone(ORDER, "c")).toBe("b");
  expect(afterDone(["a"], "a")).toBeUndefined();
  expect(afterDone(ORDER, "elsewhere")).toBe("a");
});
