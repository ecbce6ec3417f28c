import type { BilingualText } from "@flowright/definition";

interface RefusalCode {
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

const LOOK_AGAIN: BilingualText = {
  en: "Load the case again to see how it stands.",
  "zh-CN": "请重新加载该流程实例，查看最新状态。",
};

/** Why a command was refused; nothing was changed. `{name}` places are filled from the params. */
export const REFUSAL_CODES = {
  "command.unknown": {
    message: { en: "There is no command {kind}.", "zh-CN": "没有名为 {kind} 的操作。" },
    fix: { en: "Use one of the commands in the reference.", "zh-CN": "请使用参考文档中列出的操作。" },
  },
  "throw.token-unknown": {
    message: {
      en: "There is nothing under way with the number {token}.",
      "zh-CN": "没有编号为 {token} 的进行中项。",
    },
    fix: LOOK_AGAIN,
  },
  "throw.not-under-way": {
    message: { en: "The step {node} is not under way.", "zh-CN": "节点 {node} 未在进行中。" },
    fix: { en: "Name a step that is being worked on.", "zh-CN": "请指定正在进行的节点。" },
  },
  "instance.not-started": {
    message: { en: "The case has not been started.", "zh-CN": "流程实例尚未启动。" },
    fix: { en: "Start it first.", "zh-CN": "请先启动流程。" },
  },
  "instance.started-before": {
    message: { en: "The case has been started before.", "zh-CN": "流程实例已经启动。" },
    fix: LOOK_AGAIN,
  },
  "instance.ended": {
    message: { en: "The case has ended ({status}).", "zh-CN": "流程实例已结束（{status}）。" },
    fix: { en: "Start a new case if more has to be done.", "zh-CN": "如需继续处理，请发起新的流程。" },
  },
  "instance.suspended": {
    message: { en: "The case is suspended.", "zh-CN": "流程实例已挂起。" },
    fix: { en: "Resume the case first.", "zh-CN": "请先恢复该流程实例。" },
  },
  "instance.not-suspended": {
    message: { en: "The case is not suspended.", "zh-CN": "流程实例未挂起。" },
    fix: LOOK_AGAIN,
  },
  "start.none": {
    message: { en: "This flow is not started by hand.", "zh-CN": "该流程不能手工发起。" },
    fix: {
      en: "Send the message that starts it, or add a start without a message.",
      "zh-CN": "请发送启动消息，或在流程中添加手工开始节点。",
    },
  },
  "start.not-by-message": {
    message: {
      en: "The step {node} is not a start by the message {name}.",
      "zh-CN": "节点 {node} 不是由消息 {name} 触发的开始节点。",
    },
    fix: {
      en: "Name a start event of this flow and its message.",
      "zh-CN": "请指定该流程的开始节点及其消息。",
    },
  },
  "start.not-by-signal": {
    message: {
      en: "The step {node} is not a start by the signal {name}.",
      "zh-CN": "节点 {node} 不是由信号 {name} 触发的开始节点。",
    },
    fix: {
      en: "Name a start event of this flow and its signal.",
      "zh-CN": "请指定该流程的开始节点及其信号。",
    },
  },
  "start.not-by-timer": {
    message: {
      en: "The step {node} is not a start at a time.",
      "zh-CN": "节点 {node} 不是定时开始节点。",
    },
    fix: {
      en: "Name a start event of this flow that has a timer.",
      "zh-CN": "请指定该流程中带定时器的开始节点。",
    },
  },
  "start.not-by-condition": {
    message: {
      en: "The step {node} is not a start by a condition.",
      "zh-CN": "节点 {node} 不是条件开始节点。",
    },
    fix: {
      en: "Name a start event of this flow that has a condition.",
      "zh-CN": "请指定该流程中带条件的开始节点。",
    },
  },
  "limit.variables": {
    message: {
      en: "The case data would be larger than {limit} characters.",
      "zh-CN": "流程数据将超过 {limit} 个字符。",
    },
    fix: { en: "Keep large content in files.", "zh-CN": "请将大段内容保存为文件。" },
  },
  "task.not-open": {
    message: { en: "The task {task} is not open.", "zh-CN": "任务 {task} 不在待办状态。" },
    fix: {
      en: "Someone else may have done it; load the list again.",
      "zh-CN": "可能已由他人处理，请刷新列表。",
    },
  },
  "task.waits": {
    message: { en: "This has to wait until done: {steps}.", "zh-CN": "需等待以下节点完成：{steps}。" },
    fix: { en: "Do what comes before it first.", "zh-CN": "请先完成前置节点。" },
  },
  "task.too-early": {
    message: {
      en: "What comes before this is done, but the time after it has not passed yet.",
      "zh-CN": "前置节点已完成，但规定的间隔时间尚未到。",
    },
    fix: { en: "It opens by itself when the time has come.", "zh-CN": "到时间后会自动开启。" },
  },
  "task.of-another": {
    message: { en: "This task belongs to {assignee}.", "zh-CN": "该任务由 {assignee} 办理。" },
    fix: { en: "Ask for it to be transferred to you.", "zh-CN": "请联系对方转办给您。" },
  },
  "task.not-for-you": {
    message: {
      en: "{by} is not among those who may do this task.",
      "zh-CN": "{by} 不在该任务的可办理人之列。",
    },
    fix: { en: "Ask for it to be transferred to you.", "zh-CN": "请申请将任务转办给您。" },
  },
  "task.not-claimed": {
    message: { en: "Nobody has claimed this task.", "zh-CN": "该任务尚未被认领。" },
    fix: { en: "There is nothing to give back.", "zh-CN": "无需放回。" },
  },
  "task.only-yours": {
    message: { en: "Nobody else may do this task.", "zh-CN": "该任务没有其他可办理人。" },
    fix: { en: "Transfer it to someone instead.", "zh-CN": "请改用转办。" },
  },
  "task.reason-missing": {
    message: { en: "A reason is needed.", "zh-CN": "请填写原因。" },
    fix: { en: "Say why in a sentence.", "zh-CN": "请用一句话说明原因。" },
  },
  "task.outcome-missing": {
    message: {
      en: "An approval is decided with “approved” or “rejected”.",
      "zh-CN": "审批结果必须是“同意”或“拒绝”。",
    },
    fix: { en: "Give one of the two as the outcome.", "zh-CN": "请提交其中之一作为结果。" },
  },
  "task.checklist-open": {
    message: { en: "Still open: {items}.", "zh-CN": "尚未完成：{items}。" },
    fix: {
      en: "Do what is open and tick it, then complete the task.",
      "zh-CN": "请完成并勾选这些项目后再提交。",
    },
  },
  "task.transfer-asked-before": {
    message: {
      en: "{to} is already asked for a decision here.",
      "zh-CN": "{to} 已是本次审批的参与人。",
    },
    fix: { en: "Choose someone else.", "zh-CN": "请选择其他人。" },
  },
  "approval.not-here": {
    message: { en: "No decision is asked for here.", "zh-CN": "此处没有待决定的审批。" },
    fix: LOOK_AGAIN,
  },
  "approval.not-asked": {
    message: { en: "{person} is not asked for a decision here.", "zh-CN": "{person} 不是本次审批的参与人。" },
    fix: LOOK_AGAIN,
  },
  "approval.decided": {
    message: { en: "{person} has decided already.", "zh-CN": "{person} 已经作出决定。" },
    fix: { en: "A decision that was made stays.", "zh-CN": "已作出的决定不能撤销。" },
  },
  "approval.last": {
    message: { en: "{person} is the only one who is asked.", "zh-CN": "{person} 是唯一的审批人。" },
    fix: { en: "Add someone else first, or transfer the task.", "zh-CN": "请先加签其他人，或转交该任务。" },
  },
  "approval.too-few-left": {
    message: {
      en: "{needed} approvals are needed, and only {found} people would be left.",
      "zh-CN": "需要 {needed} 人同意，减签后只剩 {found} 人。",
    },
    fix: { en: "Add someone else first.", "zh-CN": "请先加签其他人。" },
  },
  "approval.no-deadline": {
    message: {
      en: "When the decision is due cannot be worked out with the values of now.",
      "zh-CN": "按当前数据无法计算审批的截止时间。",
    },
    fix: {
      en: "Correct the values that the deadline is made from.",
      "zh-CN": "请先更正计算截止时间所用的数据。",
    },
  },
  "task.no-initiator": {
    message: {
      en: "The case was started by a system, so there is nobody to return it to.",
      "zh-CN": "该流程由系统发起，无法退回发起人。",
    },
    fix: { en: "Reject it, or transfer the task.", "zh-CN": "请拒绝或转办该任务。" },
  },
  "task.not-returnable": {
    message: { en: "This task is the revision itself.", "zh-CN": "该任务本身就是修改任务。" },
    fix: { en: "Complete it, or cancel the case.", "zh-CN": "请完成修改，或取消流程。" },
  },
  "adHoc.not-open": {
    message: { en: "No steps can be begun by hand here.", "zh-CN": "此处没有可手工开始的节点。" },
    fix: LOOK_AGAIN,
  },
  "adHoc.not-offered": {
    message: {
      en: "The step {node} cannot be begun by hand here.",
      "zh-CN": "节点 {node} 不能在此手工开始。",
    },
    fix: { en: "Choose one of the steps that are offered.", "zh-CN": "请选择可开始的节点。" },
  },
  "adHoc.one-at-a-time": {
    message: { en: "Another step is still under way here.", "zh-CN": "另一个节点仍在办理中。" },
    fix: { en: "Finish that one first.", "zh-CN": "请先完成正在办理的节点。" },
  },
  "adHoc.ending": {
    message: {
      en: "Nothing more begins here; what is under way is still awaited.",
      "zh-CN": "此处不再开始新的节点，正在等待进行中的节点完成。",
    },
    fix: LOOK_AGAIN,
  },
  "limit.tokens": {
    message: {
      en: "The case may have at most {limit} branches at once.",
      "zh-CN": "同一流程实例最多允许 {limit} 个并行分支。",
    },
    fix: { en: "Finish some of the work that is open first.", "zh-CN": "请先完成部分进行中的工作。" },
  },
  "plan.not-open": {
    message: { en: "No plan is under way here.", "zh-CN": "此处没有正在进行的计划。" },
    fix: LOOK_AGAIN,
  },
  "plan.no-step": {
    message: { en: "{id} cannot be a step of a plan.", "zh-CN": "{id} 不能作为计划中的步骤。" },
    fix: { en: "Add a task or a sub-process.", "zh-CN": "请添加任务或子流程。" },
  },
  "plan.unknown-step": {
    message: { en: "The plan has no step {step}.", "zh-CN": "计划中没有步骤 {step}。" },
    fix: LOOK_AGAIN,
  },
  "plan.step-begun": {
    message: {
      en: "“{step}” has begun already, so it can no longer wait for anything.",
      "zh-CN": "“{step}”已经开始，不能再等待其他步骤。",
    },
    fix: {
      en: "Put the new step before steps that have not begun.",
      "zh-CN": "请把新步骤放在尚未开始的步骤之前。",
    },
  },
  "instances.not-open": {
    message: {
      en: "No step that is done for each item of a list waits here.",
      "zh-CN": "此处没有正在按列表逐项办理的节点。",
    },
    fix: LOOK_AGAIN,
  },
  "instances.too-many": {
    message: {
      en: "A step may be done at most {limit} times.",
      "zh-CN": "同一节点最多允许办理 {limit} 次。",
    },
    fix: { en: "Add fewer items.", "zh-CN": "请减少追加的项目。" },
  },
  "instances.last": {
    message: { en: "Nobody else is asked for a decision here.", "zh-CN": "此处没有其他审批人。" },
    fix: { en: "Add someone else first.", "zh-CN": "请先加签其他人。" },
  },
  "instances.none-such": {
    message: {
      en: "Number {index} is done already, or there is none.",
      "zh-CN": "第 {index} 项已办结或不存在。",
    },
    fix: LOOK_AGAIN,
  },
  "return.unknown": {
    message: { en: "This flow has no step {node}.", "zh-CN": "该流程中没有节点 {node}。" },
    fix: { en: "Choose a step of this flow.", "zh-CN": "请选择该流程中的节点。" },
  },
  "return.not-a-step": {
    message: { en: "{node} is not a step that people or systems do.", "zh-CN": "{node} 不是可办理的节点。" },
    fix: { en: "Choose a task or a sub-process.", "zh-CN": "请选择任务或子流程。" },
  },
  "return.elsewhere": {
    message: {
      en: "The step {node} lies neither beside this one nor around it.",
      "zh-CN": "节点 {node} 既不与当前节点同级，也不在其外层。",
    },
    fix: {
      en: "Choose a step of the same sub-process or of one around it.",
      "zh-CN": "请选择同一子流程或外层流程中的节点。",
    },
  },
  "return.not-before": {
    message: {
      en: "No way leads from the step {node} to this one.",
      "zh-CN": "从节点 {node} 无法走到当前节点。",
    },
    fix: { en: "Choose a step that comes before this one.", "zh-CN": "请选择当前节点之前的节点。" },
  },
  "return.undoing": {
    message: {
      en: "This step undoes earlier work; there is nothing to return it to.",
      "zh-CN": "该节点正在撤销之前的工作，不能退回。",
    },
    fix: { en: "Complete it, or cancel the case.", "zh-CN": "请完成该节点，或取消流程。" },
  },
  "return.jump-outside": {
    message: {
      en: "From inside a sub-process there is no going straight back after {node}.",
      "zh-CN": "从子流程内部退回到 {node} 后，不能直接回到当前节点。",
    },
    fix: { en: "Let the case walk through the steps between.", "zh-CN": "请选择逐步重新办理。" },
  },
  "return.jump-twice": {
    message: {
      en: "This step was returned to itself and goes straight back when it is done.",
      "zh-CN": "当前节点本身就是被退回的节点，完成后将直接返回。",
    },
    fix: { en: "Let the case walk through the steps between.", "zh-CN": "请选择逐步重新办理。" },
  },
  "job.not-open": {
    message: { en: "The job {job} is not open.", "zh-CN": "作业 {job} 不在等待状态。" },
    fix: LOOK_AGAIN,
  },
  "call.not-open": {
    message: { en: "Nothing waits for the call {call}.", "zh-CN": "没有节点在等待调用 {call}。" },
    fix: LOOK_AGAIN,
  },
  "timer.not-open": {
    message: { en: "The timer {timer} is not open.", "zh-CN": "定时器 {timer} 不在等待状态。" },
    fix: LOOK_AGAIN,
  },
  "subscription.not-open": {
    message: {
      en: "Nothing waits at the subscription {subscription}.",
      "zh-CN": "订阅 {subscription} 不在等待状态。",
    },
    fix: LOOK_AGAIN,
  },
  "incident.not-open": {
    message: { en: "The incident {incident} is not open.", "zh-CN": "异常 {incident} 不在待处理状态。" },
    fix: LOOK_AGAIN,
  },
  "modify.nothing": {
    message: { en: "There is nothing to do.", "zh-CN": "没有要执行的修改。" },
    fix: { en: "Name work to cancel or steps to begin.", "zh-CN": "请指定要取消的工作或要开始的节点。" },
  },
  "modify.token-unknown": {
    message: {
      en: "Nothing of the number {token} is under way.",
      "zh-CN": "没有编号为 {token} 的进行中的工作。",
    },
    fix: LOOK_AGAIN,
  },
  "modify.instance": {
    message: {
      en: "The step {node} is done several times; {token} is one of these times.",
      "zh-CN": "节点 {node} 需要多次办理，{token} 只是其中一次。",
    },
    fix: {
      en: "Remove that one time, or cancel the step as a whole.",
      "zh-CN": "请移除这一次办理，或取消整个节点。",
    },
  },
  "modify.node-unknown": {
    message: { en: "This flow has no step {node}.", "zh-CN": "该流程中没有节点 {node}。" },
    fix: { en: "Name a step of this flow.", "zh-CN": "请指定该流程中的节点。" },
  },
  "modify.not-by-hand": {
    message: { en: "{node} cannot be begun by hand.", "zh-CN": "{node} 不能手工开始。" },
    fix: { en: "Begin a step inside of it or after it.", "zh-CN": "请从其内部或之后的节点开始。" },
  },
  "modify.scope-unknown": {
    message: {
      en: "Nothing of the number {scope} is open.",
      "zh-CN": "没有编号为 {scope} 的已打开的子流程。",
    },
    fix: LOOK_AGAIN,
  },
  "modify.scope-other": {
    message: {
      en: "The step {node} does not belong to {scope}, or that is cancelled at the same time.",
      "zh-CN": "节点 {node} 不属于 {scope}，或者 {scope} 会同时被取消。",
    },
    fix: { en: "Name the place where the step is drawn.", "zh-CN": "请指定该节点所在的子流程。" },
  },
  "modify.scope-closed": {
    message: {
      en: "The step {node} lies in {container}, which is not under way.",
      "zh-CN": "节点 {node} 位于 {container} 中，而 {container} 当前并未进行。",
    },
    fix: { en: "Begin {container} instead.", "zh-CN": "请改为开始 {container}。" },
  },
  "modify.scope-several": {
    message: {
      en: "The step {node} could begin in several places: {scopes}.",
      "zh-CN": "节点 {node} 可以在多处开始：{scopes}。",
    },
    fix: { en: "Name one of them.", "zh-CN": "请指定其中一处。" },
  },
  "modify.stands-already": {
    message: { en: "The step {node} is under way already.", "zh-CN": "节点 {node} 已在进行中。" },
    fix: {
      en: "Cancel it in the same change, or leave it.",
      "zh-CN": "请在同一次修改中取消它，或保持不变。",
    },
  },
  "modify.plan-step": {
    message: {
      en: "The plan could never end without the step {node}.",
      "zh-CN": "缺少节点 {node}，该计划将无法结束。",
    },
    fix: { en: "Begin it anew in the same change.", "zh-CN": "请在同一次修改中重新开始该节点。" },
  },
  "modify.plan-step-awaited": {
    message: {
      en: "Other steps of the plan wait for the step {node}.",
      "zh-CN": "该计划中还有其他节点在等待节点 {node}。",
    },
    fix: { en: "Begin it anew in the same change.", "zh-CN": "请在同一次修改中重新开始该节点。" },
  },
  "modify.nothing-left": {
    message: {
      en: "The case would be left with nothing to do.",
      "zh-CN": "修改后，该流程实例将没有任何待办工作。",
    },
    fix: { en: "Begin a step, too, or cancel the case.", "zh-CN": "请同时开始某个节点，或取消该流程实例。" },
  },
  "modify.nothing-left-in": {
    message: {
      en: "{node} would be left with nothing to do.",
      "zh-CN": "修改后，{node} 中将没有任何待办工作。",
    },
    fix: {
      en: "Begin a step in it, too, or cancel it as a whole.",
      "zh-CN": "请同时在其中开始某个节点，或将其整体取消。",
    },
  },
  "program.node-unknown": {
    message: {
      en: "The case stands at the step {node}, which this version of the flow does not have.",
      "zh-CN": "流程实例停留在节点 {node}，但该版本的流程中没有此节点。",
    },
    fix: { en: "Use the version that the case was started with.", "zh-CN": "请使用启动该实例时的流程版本。" },
  },
} as const satisfies Record<string, RefusalCode>;

export type RefusalCodeName = keyof typeof REFUSAL_CODES;
