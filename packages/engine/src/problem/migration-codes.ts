import type { BilingualText } from "@flowright/definition";

interface MigrationText {
  readonly severity: "error" | "warning";
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

const MAP_IT: BilingualText = {
  en: "Say which step of the new version takes its place.",
  "zh-CN": "请指定由新版本中的哪个节点取代它。",
};

/** What keeps a case from going on by another version of its flow. */
export const MIGRATION_CODES = {
  "migrate.ended": {
    severity: "error",
    message: { en: "The case has ended ({status}).", "zh-CN": "流程实例已结束（{status}）。" },
    fix: {
      en: "Only cases that are under way can change their version.",
      "zh-CN": "只有进行中的流程实例可以更换版本。",
    },
  },
  "migrate.plan-from": {
    severity: "error",
    message: { en: "The version of the case has no {node}.", "zh-CN": "该实例当前的版本中没有 {node}。" },
    fix: { en: "Correct the mapping.", "zh-CN": "请更正对应关系。" },
  },
  "migrate.plan-to": {
    severity: "error",
    message: {
      en: "The new version has no {to} for {node}.",
      "zh-CN": "新版本中没有与 {node} 对应的 {to}。",
    },
    fix: { en: "Correct the mapping.", "zh-CN": "请更正对应关系。" },
  },
  "migrate.gone": {
    severity: "error",
    message: {
      en: "The case stands at {node}, which the new version does not have.",
      "zh-CN": "流程实例停留在 {node}，但新版本中没有此节点。",
    },
    fix: MAP_IT,
  },
  "migrate.kind": {
    severity: "error",
    message: {
      en: "The case stands at {node}, but {to} is a step of another kind in the new version.",
      "zh-CN": "流程实例停留在 {node}，但新版本中的 {to} 是另一种类型的节点。",
    },
    fix: MAP_IT,
  },
  "migrate.elsewhere": {
    severity: "error",
    message: {
      en: "The case stands at {node}, but {to} lies in another place in the new version.",
      "zh-CN": "流程实例停留在 {node}，但新版本中的 {to} 位于其他子流程。",
    },
    fix: {
      en: "Choose a step that lies in the same sub-process.",
      "zh-CN": "请选择位于对应子流程中的节点。",
    },
  },
  "migrate.loop": {
    severity: "error",
    message: {
      en: "{node} is under way, but {to} is done several times in only one of the two versions, or in another manner.",
      "zh-CN": "{node} 正在进行，但两个版本中 {to} 的多次办理方式不同。",
    },
    fix: {
      en: "Wait until the step is done, or choose another one.",
      "zh-CN": "请等待该节点完成，或选择其他节点。",
    },
  },
  "migrate.join-edge": {
    severity: "error",
    message: {
      en: "A branch has come to {node} by the connection {edge}, which the new version does not have there.",
      "zh-CN": "有分支已沿连线 {edge} 到达 {node}，但新版本中没有这条连线。",
    },
    fix: {
      en: "Say which connection of the new version takes its place.",
      "zh-CN": "请指定由新版本中的哪条连线取代它。",
    },
  },
  "migrate.join-twice": {
    severity: "error",
    message: {
      en: "Branches wait at {node} and at another gateway that would both be {to}.",
      "zh-CN": "{node} 和另一个网关都有分支在等待，却都对应到 {to}。",
    },
    fix: { en: "Map them to different gateways.", "zh-CN": "请将它们对应到不同的网关。" },
  },
  "migrate.way-gone": {
    severity: "error",
    message: {
      en: "The case has stopped at {node} on its way by {edge}, which the new version does not have there.",
      "zh-CN": "流程实例停在 {node}，后续要经过 {edge}，但新版本中没有它。",
    },
    fix: { en: "Resolve the incident first, or map it.", "zh-CN": "请先处理该异常，或指定对应关系。" },
  },
  "migrate.back-gone": {
    severity: "error",
    message: {
      en: "From {node} the case goes straight back to {to}, which the new version does not have beside it.",
      "zh-CN": "流程实例将从 {node} 直接回到 {to}，但新版本中同级没有此节点。",
    },
    fix: MAP_IT,
  },
  "migrate.undo-gone": {
    severity: "error",
    message: {
      en: "{node} was completed and can be undone, but the new version does not have it.",
      "zh-CN": "{node} 已完成且可撤销，但新版本中没有此节点。",
    },
    fix: MAP_IT,
  },
  "migrate.undo-none": {
    severity: "warning",
    message: {
      en: "{node} was completed and can be undone; in the new version nothing undoes {to}.",
      "zh-CN": "{node} 已完成且可撤销，但新版本中没有撤销 {to} 的节点。",
    },
    fix: {
      en: "Draw how it is undone, if that may still be needed.",
      "zh-CN": "如仍可能需要撤销，请在新版本中绘制撤销节点。",
    },
  },
  "migrate.added": {
    severity: "error",
    message: {
      en: "The steps that were added to plans of this case do not fit into the new version: {reason}",
      "zh-CN": "为该实例的计划添加的节点与新版本不符：{reason}",
    },
    fix: { en: "Finish or remove these steps first.", "zh-CN": "请先完成或移除这些节点。" },
  },
  "migrate.event": {
    severity: "error",
    message: {
      en: "The event {node} of the new version cannot be waited for: {reason}",
      "zh-CN": "无法等待新版本中的事件 {node}：{reason}",
    },
    fix: { en: "Correct the data of the case first.", "zh-CN": "请先更正该实例的数据。" },
  },
} as const satisfies Record<string, MigrationText>;

export type MigrationCode = keyof typeof MIGRATION_CODES;
