import type { Permission } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Refusal } from "../contract/result.ts";
import { type ProblemCode, refuser } from "./problem-code.ts";

const permissionProblems = {
  "permission.missing": {
    status: 403,
    message: { en: "This needs the permission {permission}.", "zh-CN": "此操作需要权限 {permission}。" },
    fix: {
      en: "Ask an administrator for a role with this permission.",
      "zh-CN": "请联系管理员授予含有该权限的角色。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

const refusePermission = refuser(permissionProblems);

/** Null where the caller has the permission, else the refusal. */
export function requirePermission(
  caller: Caller,
  permission: Permission,
): { readonly ok: false; readonly refusal: Refusal } | null {
  return caller.permissions.has(permission) ? null : refusePermission("permission.missing", { permission });
}
