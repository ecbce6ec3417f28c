import type { JsonObject, MessageResult, TaskSummary, Waiting } from "@flowright/client";
import type { Caller, Result, Runtime } from "@flowright/runtime";
import { type CaseMoment, SAMPLE_CASES, type SampleCase } from "./cases.ts";

export interface SeedContext {
  readonly runtime: Runtime;
  /** The caller of a sample person. */
  readonly callerOf: (user: string) => Promise<Caller>;
  /** May send messages. */
  readonly system: Caller;
  /** Address of the running shop stand-in. */
  readonly shop: string;
  /** Moves the runtime's clock; null sets it back to the real time. */
  readonly setClock: (at: Date | null) => void;
  /** Called after each moment, for a progress line. */
  readonly progress: (done: number, of: number) => void;
}

const HOUR = 3_600_000;
const PATIENCE = 30_000;

/** Lets the engine itself make the sample cases, moment by moment on a moved clock. */
export async function seedCases(context: SeedContext): Promise<void> {
  const now = Date.now();
  const moments = SAMPLE_CASES.flatMap((sample) => sample.moments.map((moment) => ({ sample, moment }))).sort(
    (a, b) => b.moment.hours - a.moment.hours,
  );
  const returns = new Map<string, string>();
  try {
    for (const [index, { sample, moment }] of moments.entries()) {
      const at = now - moment.hours * HOUR;
      context.setClock(new Date(at));
      await carryOut(context, sample, moment, at, returns);
      context.progress(index + 1, moments.length);
    }
  } finally {
    context.setClock(null);
  }
}

async function carryOut(
  context: SeedContext,
  { orderNo, moments }: SampleCase,
  moment: CaseMoment,
  at: number,
  returns: Map<string, string>,
): Promise<void> {
  switch (moment.act) {
    case "ask": {
      const message = await post(context.shop, "/buyer/returns?tell=no", { orderNo, reason: moment.reason });
      returns.set(orderNo, String(message.key));
      await sendMessage(context, message);
      return untilWaiting(context, orderNo, (w) => w.node === "review_request");
    }
    case "approve": {
      await decide(context, orderNo, "review_request", "wang", { checked: ["window"] });
      return untilWaiting(context, orderNo, (w) => w.node === "lead_review" || w.node === "parcel_sent");
    }
    case "lead-approve": {
      await decide(context, orderNo, "lead_review", "zhao", {});
      return untilWaiting(context, orderNo, (w) => w.node === "parcel_sent");
    }
    case "ship":
    case "arrive":
    case "refuse": {
      const returnNo = returns.get(orderNo) ?? "";
      await sendMessage(
        context,
        await post(context.shop, `/buyer/returns/${returnNo}/${moment.act}?tell=no`, {}),
      );
      const next = { ship: "parcel_arrives", arrive: "inspect", refuse: "settle" }[moment.act];
      return untilWaiting(context, orderNo, (w) => w.node === next);
    }
    case "inspect": {
      const data = await inspectionOf(context, orderNo, moment);
      await complete(context, orderNo, "inspect", "li", data);
      if (moments.some((m) => m.act === "shop-fails")) return untilGivenUp(context, orderNo, at);
      return untilWaiting(context, orderNo, (w) => w.node === "finance_review" || w.node === "answered");
    }
    case "reminder": {
      const before = await shopMessages(context, orderNo);
      await until(`the reminder of ${orderNo}`, async () => (await shopMessages(context, orderNo)) > before);
      return;
    }
    case "shop-fails":
      await post(context.shop, "/faults", { operation: "refund", on: true }, "PUT");
      return;
  }
}

async function inspectionOf(
  context: SeedContext,
  orderNo: string,
  moment: Extract<CaseMoment, { act: "inspect" }>,
): Promise<JsonObject> {
  const state = await (await fetch(`${context.shop}/state`)).json();
  const order = state.orders.find((o: { orderNo: string }) => o.orderNo === orderNo);
  const lines = order.items.map((i: { sku: string; qty: number }) => ({
    sku: i.sku,
    qtyReceived: i.qty,
    grade: moment.grade,
  }));
  const receivedAt = new Date(Date.now() - (moment.hours + 1) * HOUR).toISOString();
  return { receivedAt, lines, ...(moment.deduction === undefined ? {} : { deduction: moment.deduction }) };
}

async function shopMessages(context: SeedContext, orderNo: string): Promise<number> {
  const state = await (await fetch(`${context.shop}/state`)).json();
  return state.messages.filter(
    (m: { orderNo: string; template: string }) => m.orderNo === orderNo && m.template === "reminder",
  ).length;
}

async function sendMessage(context: SeedContext, message: JsonObject): Promise<void> {
  const { name, key, id, data } = message;
  const result: Result<MessageResult> = await context.runtime.messages.send(context.system, {
    name: String(name),
    key: String(key),
    id: String(id),
    data: data as JsonObject,
    ttl: "P1D",
  });
  expectOk(result);
}

async function openTask(context: SeedContext, orderNo: string, node: string): Promise<TaskSummary> {
  const { items } = await context.runtime.tasks.list(context.system, { box: "all", search: orderNo });
  const task = items.find((t) => t.businessKey === orderNo && t.node === node && t.status === "open");
  if (!task) throw new Error(`No open task ${node} in ${orderNo}`);
  return task;
}

async function decide(
  context: SeedContext,
  orderNo: string,
  node: string,
  user: string,
  body: { checked?: string[] },
) {
  const task = await openTask(context, orderNo, node);
  const caller = await context.callerOf(user);
  expectOk(await context.runtime.tasks.decide(caller, task.id, "approved", body));
}

async function complete(context: SeedContext, orderNo: string, node: string, user: string, data: JsonObject) {
  const task = await openTask(context, orderNo, node);
  const caller = await context.callerOf(user);
  expectOk(await context.runtime.tasks.complete(caller, task.id, { data, checked: ["count"] }));
}

/** Waits until the case of an order waits as asked. */
async function untilWaiting(
  context: SeedContext,
  orderNo: string,
  as: (waiting: Waiting) => boolean,
): Promise<void> {
  await until(`case ${orderNo}`, async () => {
    const { items } = await context.runtime.instances.list(context.system, { search: orderNo });
    return items.some((i) => i.businessKey === orderNo && i.waiting.some(as));
  });
}

/** Lets the back-off between the attempts pass until the runtime gives up, then mends the shop. */
async function untilGivenUp(context: SeedContext, orderNo: string, at: number): Promise<void> {
  let minutes = 0;
  await until(`the incident of ${orderNo}`, async () => {
    minutes += 1;
    context.setClock(new Date(at + Math.min(minutes, 40) * 60_000));
    const { items } = await context.runtime.instances.list(context.system, { search: orderNo });
    return items.some((i) => i.businessKey === orderNo && i.openIncidents > 0);
  });
  await post(context.shop, "/faults", { operation: "refund", on: false }, "PUT");
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited ${PATIENCE / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.problem.code}: ${result.refusal.problem.message.en}`);
  return result.value;
}

async function post(shop: string, path: string, body: unknown, method = "POST"): Promise<JsonObject> {
  const response = await fetch(`${shop}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${answer.message}`);
  return answer.message ?? answer;
}
