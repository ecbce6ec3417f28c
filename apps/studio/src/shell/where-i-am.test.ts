import { expect, test } from "vitest";
import { tabTitle } from "./where-i-am.ts";

test("the tab's title begins with the number of open tasks", () => {
  expect(tabTitle("Inbox", 3)).toBe("(3) Inbox · Flowright");
  expect(tabTitle("Inbox", 0)).toBe("Inbox · Flowright");
  expect(tabTitle("", 120)).toBe("(99+) Flowright");
});
