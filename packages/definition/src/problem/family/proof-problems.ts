import type { ProblemFamily } from "../problem-template.ts";

/**
 * What playing through every way of a flow finds. `{when}` is the subject of the sentence: which cases it happens to,
 * told by the choices that it takes to come there.
 */
export const PROOF_PROBLEMS = {
  "proof.join-never-filled": {
    severity: "error",
    message: {
      en: "{when} waits {where} for ever, because the branches that meet there never all come.",
      "zh-CN": "{when}永远停在{where}，因为在那里汇合的分支永远到不齐。",
    },
    fix: {
      en: "Let the branches meet without waiting for all of them, or let all of them begin together.",
      "zh-CN": "请改为不必等齐全部分支的汇合方式，或让这些分支同时开始。",
    },
  },
  "proof.deadlock": {
    severity: "error",
    message: {
      en: "{when} waits {where} for ever.",
      "zh-CN": "{when}永远停在{where}。",
    },
    fix: {
      en: "Wait only for branches that come in this case, too.",
      "zh-CN": "请只等待在这种情况下也会到达的分支。",
    },
  },
  "proof.livelock": {
    severity: "error",
    message: {
      en: "{when} goes round through {steps} and never comes to an end.",
      "zh-CN": "{when}在{steps}之间一直循环，永远无法结束。",
    },
    fix: { en: "Add a way out that leads to an end.", "zh-CN": "请添加一条通往结束的出路。" },
  },
  "proof.endless-loop": {
    severity: "error",
    message: {
      en: "The loop through {steps} can repeat without end, because nothing in it waits for anybody.",
      "zh-CN": "经过{steps}的循环可能无休止地重复，因为其中没有任何需要等待的步骤。",
    },
    fix: {
      en: "Let a task, a timer or a counter with a limit be part of the loop.",
      "zh-CN": "请在循环中加入任务、定时器，或带上限的计数。",
    },
  },
  "proof.dead-step": {
    severity: "error",
    message: {
      en: "No case ever gets to {step}.",
      "zh-CN": "没有任何实例能到达{step}。",
    },
    fix: {
      en: "Look at what comes before it, or delete it.",
      "zh-CN": "请检查它之前的步骤，或将其删除。",
    },
  },
  "proof.runs-twice": {
    severity: "warning",
    message: {
      en: "{when} does {step} twice at the same time.",
      "zh-CN": "{when}同时执行两次{step}。",
    },
    fix: {
      en: "If that is not meant, wait for both branches before this step.",
      "zh-CN": "如非有意，请在此步骤之前等两条分支都到齐。",
    },
  },
  "proof.end-twice": {
    severity: "warning",
    message: {
      en: "{when} reaches {step} more than once.",
      "zh-CN": "{when}多次到达{step}。",
    },
    fix: {
      en: "Bring the branches together before this end, or give each its own.",
      "zh-CN": "请在此结束之前汇合各分支，或为每条分支设置各自的结束。",
    },
  },
  "proof.end-stops-work": {
    severity: "warning",
    message: {
      en: "{when} is stopped {where} while {steps} is still under way.",
      "zh-CN": "{when}在{where}被终止，而{steps}仍在进行。",
    },
    fix: {
      en: "If that is not meant, use a plain end here, or wait for the other branches first.",
      "zh-CN": "如非有意，请改用普通结束，或先等待其他分支。",
    },
  },
  "proof.branch-never": {
    severity: "warning",
    message: {
      en: "No value ever leads from {step} to {branch}.",
      "zh-CN": "没有任何取值会从{step}走向{branch}。",
    },
    fix: {
      en: "Change the condition, or the order of the branches, or delete the branch.",
      "zh-CN": "请修改条件或分支顺序，或删除该分支。",
    },
  },
  "proof.branch-dead": {
    severity: "error",
    message: {
      en: "No case ever gets to {target}, because no value leads from {step} to {branch}.",
      "zh-CN": "没有任何实例能到达{target}，因为没有任何取值会从{step}走向{branch}。",
    },
    fix: {
      en: "Change the condition, or the order of the branches, or delete the branch.",
      "zh-CN": "请修改条件或分支顺序，或删除该分支。",
    },
  },
  "proof.branches-overlap": {
    severity: "warning",
    message: {
      en: "If {values}, both {branch} and {other} of {step} hold, and the first of them is taken.",
      "zh-CN": "如果{values}，{step}的{branch}和{other}同时成立，此时走前一条。",
    },
    fix: {
      en: "If that is not meant, change the conditions so that only one holds.",
      "zh-CN": "如非有意，请修改条件，使其中只有一条成立。",
    },
  },
  "proof.no-branch": {
    severity: "error",
    message: {
      en: "If {values}, no branch of {step} holds, and the case stops there.",
      "zh-CN": "如果{values}，{step}没有一条分支成立，实例会停在那里。",
    },
    fix: {
      en: "Mark one branch as the default, or add one for this case.",
      "zh-CN": "请把一条分支设为默认分支，或为这种情况添加分支。",
    },
  },
  "proof.role-empty": {
    severity: "warning",
    message: {
      en: "Nobody holds the role {role}, so every case would wait at {step}.",
      "zh-CN": "没有人担任角色{role}，实例会一直停在{step}。",
    },
    fix: {
      en: "Give the role to somebody, or let somebody else do the step.",
      "zh-CN": "请为该角色指定人员，或改由他人处理此步骤。",
    },
  },
  "proof.role-too-few": {
    severity: "warning",
    message: {
      en: "{step} needs {needed} approvals, but only {count} people hold the role {role}.",
      "zh-CN": "{step}需要 {needed} 人同意，但只有 {count} 人担任角色{role}。",
    },
    fix: {
      en: "Give the role to more people, or ask for fewer approvals.",
      "zh-CN": "请让更多人担任该角色，或减少所需同意的人数。",
    },
  },
  "proof.not-in-time": {
    severity: "warning",
    message: {
      en: "The flow has so many ways that it could not be looked at in time; there may be something to find.",
      "zh-CN": "流程的走法太多，未能在限定时间内完成检查，可能还有未发现的问题。",
    },
    fix: {
      en: "Put parts of the flow into sub-processes, which are looked at one by one.",
      "zh-CN": "请把流程的部分内容放入子流程，子流程会逐个检查。",
    },
  },
  "proof.not-proven": {
    severity: "warning",
    message: {
      en: "The flow has so many ways that not all of them could be looked at within {limit} states; there may be more to find.",
      "zh-CN": "流程的走法太多，在 {limit} 个状态内未能全部检查，可能还有未发现的问题。",
    },
    fix: {
      en: "Put parts of the flow into sub-processes, which are looked at one by one.",
      "zh-CN": "请把流程的部分内容放入子流程，子流程会逐个检查。",
    },
  },
} as const satisfies ProblemFamily;
