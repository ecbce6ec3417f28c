import type { NewRole, Permission } from "@flowright/client";

/** Every permission there is: an administrator's, and the bootstrap token's. */
export const allPermissions = [
  "task.work",
  "instance.start",
  "instance.read",
  "instance.operate",
  "definition.read",
  "definition.write",
  "definition.publish",
  "definition.override",
  "system.write",
  "people.write",
  "job.work",
  "message.send",
] as const satisfies readonly Permission[];

/** Roles that every workspace has. They may be renamed and given other permissions, not deleted. */
export const builtInRoles: readonly NewRole[] = [
  { id: "admin", name: { en: "Administrator", "zh-CN": "管理员" }, permissions: [...allPermissions] },
  {
    id: "designer",
    name: { en: "Designer", "zh-CN": "流程设计师" },
    permissions: [
      "task.work",
      "instance.start",
      "instance.read",
      "definition.read",
      "definition.write",
      "definition.publish",
    ],
  },
  {
    id: "manager",
    name: { en: "Manager", "zh-CN": "主管" },
    permissions: ["task.work", "instance.start", "instance.read", "instance.operate", "definition.read"],
  },
  {
    id: "operator",
    name: { en: "Operator", "zh-CN": "操作员" },
    permissions: ["task.work", "instance.start"],
  },
];
