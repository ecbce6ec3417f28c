import { expect, test } from "vitest";
import { slug } from "./slug.ts";

test("an id is made from the name", () => {
  expect(slug("After-sales lead", "role", [])).toBe("after-sales-lead");
  expect(slug("  Zoë's Team! ", "role", [])).toBe("zoe-s-team");
  expect(slug("3rd shift", "role", [])).toBe("rd-shift");
});

test("a name without Latin letters gets the fallback, and ids stay apart", () => {
  expect(slug("仓库质检", "role", [])).toBe("role");
  expect(slug("仓库", "role", ["role", "role-2"])).toBe("role-3");
  expect(slug("Shop", "system", ["shop"])).toBe("shop-2");
});
