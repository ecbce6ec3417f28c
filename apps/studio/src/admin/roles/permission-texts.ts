import { defineTexts } from "../../i18n/define-texts.ts";

/** What each permission lets a person do, in words. */
export const usePermissionTexts = defineTexts("permissions", {
  en: {
    "task.work": "Work on tasks",
    "instance.start": "Start cases",
    "instance.read": "See all cases and their numbers",
    "instance.operate": "Retry, pause and cancel cases",
    "definition.read": "Look at flows",
    "definition.write": "Draw and change flows",
    "definition.publish": "Publish flows",
    "definition.override": "Publish in spite of problems, with a reason",
    "system.write": "Set up systems that flows may call",
    "people.write": "Manage people, roles and API tokens",
    "job.work": "Carry out service steps as a program",
    "message.send": "Send messages to flows",
    label: "Permissions",
    missing: "Choose at least one permission.",
  },
  "zh-CN": {
    "task.work": "处理任务",
    "instance.start": "发起流程",
    "instance.read": "查看所有流程实例和统计",
    "instance.operate": "重试、暂停和取消流程实例",
    "definition.read": "查看流程",
    "definition.write": "绘制和修改流程",
    "definition.publish": "发布流程",
    "definition.override": "说明原因后，带问题发布流程",
    "system.write": "配置流程可调用的外部系统",
    "people.write": "管理人员、角色和 API 令牌",
    "job.work": "以程序身份执行服务节点",
    "message.send": "向流程发送消息",
    label: "权限",
    missing: "请至少选择一项权限。",
  },
});
