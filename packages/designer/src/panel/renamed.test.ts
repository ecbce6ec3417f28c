import { describe, expect, it } from "vitest";
import { renamed } from "./renamed.ts";

const MADE = { en: "Approval", "zh-CN": "审批" };

describe("the name of a new step", () => {
  it("stays in no other language once it is replaced in one", () => {
    expect(renamed(MADE, { ...MADE, en: "L" }, MADE)).toEqual({ en: "L" });
    expect(renamed(MADE, { ...MADE, "zh-CN": "主管审批" }, MADE)).toEqual({ "zh-CN": "主管审批" });
    expect(renamed(MADE, { "zh-CN": "审批" }, MADE)).toBeUndefined();
  });

  it("is written as it is typed from then on, also as the word of its kind", () => {
    const typed = { en: "Approval", "zh-CN": "主管审批" };
    expect(renamed({ en: "Approva", "zh-CN": "主管审批" }, typed, MADE)).toEqual(typed);
    expect(renamed("Review", "Approval", MADE)).toBe("Approval");
    expect(renamed(MADE, undefined, MADE)).toBeUndefined();
  });
});
