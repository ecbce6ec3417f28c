import { expect, it } from "vitest";
import { newRoleId } from "./new-role-id.ts";

it("makes ids of roles from their names, unlike those that are there", () => {
  expect(newRoleId("Warehouse lead", [])).toBe("warehouse-lead");
  expect(newRoleId("Warehouse lead", ["warehouse-lead"])).toBe("warehouse-lead-2");
  expect(newRoleId("仓库主管", ["role-1"])).toBe("role-2");
  expect(newRoleId("2nd line", [])).toBe("nd-line");
});
