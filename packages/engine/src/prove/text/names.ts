import { type Node, textOf } from "@flowright/definition";
import type { ScopeTree } from "../scope/scope-tree.ts";

/** A text in both languages. */
export interface Both {
  readonly en: string;
  readonly zh: string;
}

/** What unnamed steps are called, without a word of the notation. */
const UNNAMED: Readonly<Record<Node["kind"], Both>> = {
  start: { en: "the start", zh: "开始" },
  end: { en: "the end", zh: "结束" },
  userTask: { en: "the task", zh: "任务" },
  approval: { en: "the approval", zh: "审批" },
  serviceTask: { en: "the system’s step", zh: "系统步骤" },
  scriptTask: { en: "the calculation", zh: "计算步骤" },
  businessRuleTask: { en: "the decision table", zh: "决策表" },
  sendTask: { en: "the message", zh: "发送消息的步骤" },
  receiveTask: { en: "the wait for a message", zh: "等待消息的步骤" },
  manualTask: { en: "the step", zh: "步骤" },
  exclusive: { en: "the choice", zh: "分支选择" },
  parallel: { en: "the parallel branches", zh: "并行分支" },
  inclusive: { en: "the choice of several branches", zh: "多路分支" },
  eventBased: { en: "the wait for one of several events", zh: "等待多个事件之一的位置" },
  complex: { en: "the meeting of the branches", zh: "分支汇合处" },
  catch: { en: "the event that is waited for", zh: "等待的事件" },
  throw: { en: "the event", zh: "事件" },
  boundary: { en: "the event", zh: "事件" },
  subProcess: { en: "the block", zh: "子流程" },
  eventSubProcess: { en: "the block for an event", zh: "事件子流程" },
  transaction: { en: "the block", zh: "子流程" },
  adHoc: { en: "the block of free steps", zh: "自由步骤块" },
  callActivity: { en: "the called flow", zh: "被调用的流程" },
  plan: { en: "the plan", zh: "计划" },
};

/** A step as people know it: by its name, else by what it is and what it follows. */
export function named(scope: ScopeTree, id: string): Both {
  const node = scope.nodes.get(id);
  if (!node) return { en: `“${id}”`, zh: `“${id}”` };
  const own = quoted(node);
  if (own) return own;
  const { en, zh } = UNNAMED[node.kind];
  const joins = scope.incoming(id).length > 1 && scope.outgoing(id).length <= 1 && isGateway(node);
  const neighbour = joins ? near(scope, id, "after") : near(scope, id, "before");
  if (joins) {
    const meeting = { en: "the place where branches meet", zh: "分支汇合处" };
    return neighbour
      ? { en: `${meeting.en} before ${neighbour.en}`, zh: `${neighbour.zh}之前的${meeting.zh}` }
      : meeting;
  }
  return neighbour ? { en: `${en} after ${neighbour.en}`, zh: `${neighbour.zh}之后的${zh}` } : { en, zh };
}

function isGateway({ kind }: Node): boolean {
  return kind === "exclusive" || kind === "parallel" || kind === "inclusive" || kind === "complex";
}

/** Where a case stands: at a step; at an unnamed meeting of branches before the step that follows. */
export function place(scope: ScopeTree, id: string): Both {
  const node = scope.nodes.get(id);
  if (node && isGateway(node) && !quoted(node)) {
    const next = near(scope, id, "after");
    if (next) return { en: `before ${next.en}`, zh: `${next.zh}之前` };
  }
  const { en, zh } = named(scope, id);
  return { en: `at ${en}`, zh };
}

/** The nearest named step before or after. */
function near(scope: ScopeTree, id: string, side: "before" | "after"): Both | null {
  const seen = new Set([id]);
  let level = [id];
  while (level.length > 0 && seen.size < 200) {
    const next: string[] = [];
    for (const at of level) {
      for (const other of neighbours(scope, at, side)) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
        const node = scope.nodes.get(other);
        const found = node && quoted(node);
        if (found) return found;
      }
    }
    level = next;
  }
  return null;
}

function neighbours(scope: ScopeTree, id: string, side: "before" | "after"): string[] {
  if (side === "after") return scope.outgoing(id).map(({ target }) => target);
  const node = scope.nodes.get(id);
  if (node?.kind === "boundary") return [node.attachedTo];
  return scope.incoming(id).map(({ source }) => source);
}

function quoted(node: Node): Both | null {
  const en = shortened(textOf(node.name, "en"));
  const zh = shortened(textOf(node.name, "zh-CN"));
  return en === "" ? null : { en: `“${en}”`, zh: `“${zh}”` };
}

export function shortened(text: string): string {
  const characters = [...text.trim().slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("");
}

/** Several steps in a row of words. */
export function namedAll(scope: ScopeTree, ids: readonly string[]): Both {
  return listed(
    ids.slice(0, 4).map((id) => named(scope, id)),
    ids.length,
  );
}

/** Several in a row of words; beyond four the number of the others. */
export function listed(all: readonly Both[], count = all.length): Both {
  const shown = all.slice(0, count > 4 ? 3 : 4);
  const more = count - shown.length;
  const en = shown.map((one) => one.en);
  const zh = shown.map((one) => one.zh);
  if (more > 0) return { en: `${en.join(", ")} and ${more} more`, zh: `${zh.join("、")}等 ${count} 处` };
  const last = en.pop() ?? "";
  return { en: en.length > 0 ? `${en.join(", ")} and ${last}` : last, zh: zh.join("、") };
}
