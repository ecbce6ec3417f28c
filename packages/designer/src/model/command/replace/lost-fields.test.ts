import type { Node } from "@flowright/definition";
import { expect, test } from "vitest";
import { ELEMENT_TYPES } from "../../element/element-types.ts";
import { lostFields } from "./lost-fields.ts";

const approval: Node = {
  id: "a",
  kind: "approval",
  name: "Check",
  who: { type: "initiator" },
  rule: { type: "nOfM", n: 2 },
  deadline: { type: "duration", duration: "PT24H" },
  checklist: [],
};
const lost = (id: string) => {
  const element = ELEMENT_TYPES.find((each) => each.id === id);
  return element && lostFields(approval, element);
};

test("a step that becomes one of another kind loses what that kind has not, and only what was set", () => {
  expect(lost("userTask")).toEqual(["rule"]);
  expect(lost("manualTask")).toEqual(["who", "rule", "deadline"]);
});
