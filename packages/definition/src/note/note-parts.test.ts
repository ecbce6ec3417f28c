import { expect, test } from "vitest";
import { noteParts } from "./note-parts.ts";

test("headings, lists, numbers and plain lines are blocks", () => {
  const blocks = noteParts("# Spring\n\nFirst line\nsecond\n- one\n- two\n1. a\n2. b");
  expect(blocks.map(({ type, lines }) => `${type} ${lines.length}`)).toEqual([
    "heading 1",
    "paragraph 2",
    "list 2",
    "numbers 2",
  ]);
});

test("bold, emphasis, code and web links are told apart from text", () => {
  expect(noteParts("**a** *b* `c` [d](https://shop.example/x) 2 * 3 * 4")[0]?.lines[0]).toEqual([
    { text: "a", style: "strong" },
    { text: " " },
    { text: "b", style: "emphasis" },
    { text: " " },
    { text: "c", style: "code" },
    { text: " " },
    { text: "d", link: "https://shop.example/x" },
    { text: " 2 * 3 * 4" },
  ]);
});

test("HTML and other schemes stay text", () => {
  const text = "<img src=x onerror=alert(1)> [x](javascript:alert(1))";
  expect(noteParts(text)[0]?.lines[0]).toEqual([{ text }]);
  expect(noteParts(" \n\n")).toEqual([]);
});
