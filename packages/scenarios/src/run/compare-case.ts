import type { BilingualText } from "@flowright/definition";
import type { EngineEvent, Json } from "@flowright/engine";
import type { CaseExpectation, ExpectedTurn, ExpectedWait } from "../format/scenario.ts";
import type { CaseView, ViewedWait } from "./scenario-host.ts";

/** Sentences about what is different from what is expected of a case; empty where nothing is. */
export function compareCase(expected: CaseExpectation, view: CaseView): BilingualText[] {
  return [
    ...compareStatus(expected, view),
    ...compareWaiting(expected, view),
    ...compareUpcoming(expected, view),
    ...compareIncidents(expected, view),
    ...compareVariables(expected, view),
    ...comparePath(expected, view),
    ...compareEnd(expected, view),
  ];
}

function compareStatus({ status }: CaseExpectation, view: CaseView): BilingualText[] {
  if (status === undefined || status === view.status) return [];
  return [
    {
      en: `The case is ${view.status}, expected ${status}`,
      "zh-CN": `流程实例的状态是 ${view.status}，预期为 ${status}`,
    },
  ];
}

function compareWaiting({ waiting }: CaseExpectation, view: CaseView): BilingualText[] {
  if (waiting === undefined) return [];
  const wanted = waiting.map((one): ExpectedWait => (typeof one === "string" ? { node: one } : one));
  const names = new Set(wanted.map(({ node }) => node));
  const surplus = [...new Set(view.waiting.map(({ node }) => node))].filter((node) => !names.has(node));
  return [
    ...wanted.flatMap((one) =>
      compareWait(
        one,
        view.waiting.filter(({ node }) => node === one.node),
        view,
      ),
    ),
    ...surplus.map((node) => ({
      en: `The case also waits at ${node}, which was not expected`,
      "zh-CN": `流程实例还停在${node}，预期中没有这一步`,
    })),
  ];
}

function compareWait(wanted: ExpectedWait, found: readonly ViewedWait[], view: CaseView): BilingualText[] {
  const { node, people, roles, times } = wanted;
  if (found.length === 0) {
    const others = [...new Set(view.waiting.map((one) => one.node))];
    return [
      {
        en: `Expected the case to wait at ${node}; it waits ${others.length > 0 ? `at ${list(others)}` : "nowhere"}`,
        "zh-CN": `预期流程实例停在${node}，实际${others.length > 0 ? `停在${list(others, "、")}` : "没有等待任何步骤"}`,
      },
    ];
  }
  const differences: BilingualText[] = [];
  const compareSet = (what: BilingualText, expected: readonly string[] | undefined, is: string[]) => {
    if (expected === undefined || sameSet(expected, is)) return;
    differences.push({
      en: `The ${what.en} at ${node} are ${list(is)}, expected ${list(expected)}`,
      "zh-CN": `${node}的${what["zh-CN"]}是${list(is, "、")}，预期为${list(expected, "、")}`,
    });
  };
  compareSet({ en: "people", "zh-CN": "人员" }, people, [...new Set(found.flatMap((one) => one.people))]);
  compareSet({ en: "roles", "zh-CN": "角色" }, roles, [...new Set(found.flatMap((one) => one.roles))]);
  if (times !== undefined && times !== found.length)
    differences.push({
      en: `${node} is open ${timesOf(found.length)}, expected ${timesOf(times)}`,
      "zh-CN": `${node}有 ${found.length} 项待办，预期 ${times} 项`,
    });
  return differences;
}

function compareUpcoming({ upcoming }: CaseExpectation, view: CaseView): BilingualText[] {
  if (upcoming === undefined) return [];
  const wanted = upcoming.map((one): ExpectedTurn => (typeof one === "string" ? { node: one } : one));
  const names = new Set(wanted.map(({ node }) => node));
  return [
    ...wanted.flatMap(({ node, waitsFor }) => {
      const found = view.upcoming.find((one) => one.node === node);
      if (found === undefined)
        return [
          {
            en: `Expected ${node} to wait for its turn; it does not`,
            "zh-CN": `预期${node}还在等待前置步骤，实际没有`,
          },
        ];
      if (waitsFor === undefined || sameSet(waitsFor, found.waitsFor)) return [];
      return [
        {
          en: `${node} waits for ${list(found.waitsFor)}, expected ${list(waitsFor)}`,
          "zh-CN": `${node}在等待${list(found.waitsFor, "、")}，预期为${list(waitsFor, "、")}`,
        },
      ];
    }),
    ...view.upcoming
      .filter(({ node }) => !names.has(node))
      .map(({ node, waitsFor }) => ({
        en: `${node} waits for its turn (${list(waitsFor)}), which was not expected`,
        "zh-CN": `${node}在等待前置步骤（${list(waitsFor, "、")}），预期中没有`,
      })),
  ];
}

function compareIncidents({ incidents }: CaseExpectation, view: CaseView): BilingualText[] {
  if (incidents === undefined) return [];
  const left = [...view.incidents];
  const missing = incidents.filter((one) => {
    const wanted = typeof one === "string" ? { code: one } : one;
    const index = left.findIndex(
      ({ node, code }) => code === wanted.code && (wanted.node === undefined || wanted.node === node),
    );
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (missing.length === 0 && left.length === 0) return [];
  const are = view.incidents.map(({ node, code }) => `${code} (${node})`);
  const wanted = incidents.map((one) =>
    typeof one === "string" ? one : one.code + (one.node === undefined ? "" : ` (${one.node})`),
  );
  return [
    {
      en: `The open incidents are ${list(are)}, expected ${list(wanted)}`,
      "zh-CN": `未解决的异常是${list(are, "、")}，预期为${list(wanted, "、")}`,
    },
  ];
}

function compareVariables({ variables = {} }: CaseExpectation, view: CaseView): BilingualText[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const is = Object.hasOwn(view.variables, name) ? view.variables[name] : undefined;
    if (sameJson(is, value)) return [];
    const [found, wanted] = [JSON.stringify(is) ?? "not there", JSON.stringify(value)];
    return [
      {
        en: `${name} is ${found}, expected ${wanted}`,
        "zh-CN": `${name} 是 ${is === undefined ? "不存在" : found}，预期为 ${wanted}`,
      },
    ];
  });
}

function comparePath(expected: CaseExpectation, view: CaseView): BilingualText[] {
  const completed = view.events.flatMap((e) => (e.kind === "node.completed" ? [e.node] : []));
  const done = new Set(completed);
  const { visited = [], notVisited = [], inOrder = [], counts = {} } = expected;
  const wrongCounts = Object.entries(counts).flatMap(([node, times]) => {
    const is = completed.filter((one) => one === node).length;
    return is === times
      ? []
      : [
          {
            en: `Step ${node} was completed ${timesOf(is)}, expected ${timesOf(times)}`,
            "zh-CN": `步骤${node}完成了 ${is} 次，预期 ${times} 次`,
          },
        ];
  });
  return [
    ...visited
      .filter((node) => !done.has(node))
      .map((node) => ({ en: `Step ${node} was not completed`, "zh-CN": `步骤${node}没有完成` })),
    ...notVisited
      .filter((node) => done.has(node))
      .map((node) => ({ en: `Step ${node} was completed`, "zh-CN": `步骤${node}被完成了` })),
    ...outOfOrder(inOrder, completed),
    ...wrongCounts,
  ];
}

/** The first node of the order that does not come after those before it. */
function outOfOrder(order: readonly string[], completed: readonly string[]): BilingualText[] {
  let from = 0;
  for (const [index, node] of order.entries()) {
    const found = completed.indexOf(node, from);
    if (found < 0) {
      const before = order[index - 1];
      return [
        {
          en: `Step ${node} was not completed${before === undefined ? "" : ` after ${before}`}`,
          "zh-CN": `步骤${node}没有${before === undefined ? "" : `在${before}之后`}完成`,
        },
      ];
    }
    from = found + 1;
  }
  return [];
}

function compareEnd({ ended }: CaseExpectation, view: CaseView): BilingualText[] {
  if (ended === undefined) return [];
  const end = view.events.find(
    (e): e is Extract<EngineEvent, { kind: "instance.ended" }> => e.kind === "instance.ended",
  );
  if (end === undefined) return [{ en: "The case has not ended", "zh-CN": "流程实例还没有结束" }];
  const differences: BilingualText[] = [];
  if (ended.reason !== undefined && ended.reason !== end.reason)
    differences.push({
      en: `The case ended because of “${end.reason ?? ""}”, expected “${ended.reason}”`,
      "zh-CN": `流程实例的结束原因是“${end.reason ?? ""}”，预期为“${ended.reason}”`,
    });
  if (ended.error !== undefined && ended.error !== end.error?.code)
    differences.push({
      en: `The case ended with the error ${end.error?.code ?? "none"}, expected ${ended.error}`,
      "zh-CN": `流程实例结束时的错误是 ${end.error?.code ?? "无"}，预期为 ${ended.error}`,
    });
  return differences;
}

function timesOf(count: number): string {
  if (count === 0) return "never";
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

function list(values: readonly string[], between = ", "): string {
  if (values.length > 0) return values.join(between);
  return between === ", " ? "none" : "无";
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** Whether two JSON values are equal, whatever the order of their names. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [left, right] = [a, b] as unknown as [Record<string, Json>, Record<string, Json>];
  return [...keys].every(
    (k) => Object.hasOwn(left, k) && Object.hasOwn(right, k) && sameJson(left[k], right[k]),
  );
}
