import { expect, test } from "vitest";
import { initialOf, nameIn } from "./name-in.ts";

test("a name in two scripts is read in the reader's own", () => {
  expect(nameIn("王芳 Wang Fang", "en")).toBe("Wang Fang");
  expect(nameIn("王芳 Wang Fang", "zh-CN")).toBe("王芳");
});

test("a name in one script stays whole", () => {
  expect(nameIn("Anna Müller", "zh-CN")).toBe("Anna Müller");
  expect(nameIn("王芳", "en")).toBe("王芳");
});

test("the mark of a person is the first letter", () => {
  expect(initialOf("王芳 Wang Fang", "zh-CN")).toBe("王");
  expect(initialOf("anna", "en")).toBe("A");
  expect(initialOf("", "en")).toBe("?");
});
