import { type ShopState, type StockMovement, typeOf } from "./shop-state.ts";

export interface SystemCall {
  readonly body: Record<string, unknown>;
  readonly query: URLSearchParams;
  readonly key: string | null;
  readonly now: Date;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Operation = (state: ShopState, call: SystemCall) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const bad = (code: string, message: string): Answer => ({ status: 422, body: { code, message } });
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Is the return allowed, and how risky is it? Gives the return its number. */
const checkReturn: Operation = (state, { body, now }) => {
  const order = state.orders.find((o) => o.orderNo === body.orderNo);
  if (!order) return bad("order.unknown", `There is no order ${text(body.orderNo)}`);
  let request = state.returns.find((r) => r.returnNo === body.returnNo);
  if (!request) {
    request = {
      returnNo: `R${String(state.nextReturn++).padStart(5, "0")}`,
      orderNo: order.orderNo,
      at: now.toISOString(),
      type: typeOf(body.type),
      amount: text(body.amount) || order.paid,
      step: "requested",
      offer: null,
      answer: null,
    };
    state.returns.push(request);
  }
  return ok({
    returnNo: request.returnNo,
    risk: order.risk,
    shipped: order.shipped,
    paid: order.paid,
    buyer: order.buyer,
  });
};

const createLabel: Operation = (state, { body }) => {
  const request = state.returns.find((r) => r.returnNo === body.returnNo);
  if (!request) return bad("return.unknown", `There is no return ${text(body.returnNo)}`);
  const label = {
    labelNo: `SF${100000 + state.labels.length + 1}`,
    returnNo: request.returnNo,
    carrier: "SF Express",
    returnAddress: "No. 88 Return Road, Hangzhou",
  };
  state.labels.push(label);
  request.step = "labelled";
  return ok(label);
};

const tellBuyer: Operation = (state, { body, now }) => {
  const request = state.returns.find((r) => r.returnNo === body.returnNo);
  const template = text(body.template);
  state.messages.push({
    orderNo: text(body.orderNo),
    returnNo: request?.returnNo ?? null,
    template,
    text: text(body.text),
    at: now.toISOString(),
  });
  if (request && template === "offer") {
    request.step = "offered";
    request.offer = text(body.amount);
  }
  if (request && ["refused", "not-shipped", "withdrawn"].includes(template)) request.step = "closed";
  return ok({ sent: true });
};

const refund: Operation = (state, { body, key, now }) => {
  const order = state.orders.find((o) => o.orderNo === body.orderNo);
  if (!order) return bad("order.unknown", `There is no order ${text(body.orderNo)}`);
  const amount = text(body.amount);
  if (!/^\d+(\.\d{1,2})?$/.test(amount)) return bad("amount.invalid", `${amount} is not an amount of money`);
  if (Number(amount) > Number(order.paid)) return bad("amount.too-high", `${amount} is more than was paid`);
  const record = {
    refundNo: `RF${String(state.refunds.length + 1).padStart(6, "0")}`,
    returnNo: text(body.returnNo),
    orderNo: order.orderNo,
    amount,
    key: key ?? "",
    at: now.toISOString(),
  };
  state.refunds.push(record);
  const request = state.returns.find((r) => r.returnNo === body.returnNo);
  if (request) request.step = "refunded";
  return ok({ refundNo: record.refundNo, amount });
};

const voidLabel: Operation = (state, { body }) => {
  const label = state.labels.find((l) => l.labelNo === body.labelNo);
  if (!label) return bad("label.unknown", `There is no label ${text(body.labelNo)}`);
  label.voided = true;
  return ok({ voided: true });
};

const createExchange: Operation = (state, { body }) => {
  const request = state.returns.find((r) => r.returnNo === body.returnNo);
  if (!request) return bad("return.unknown", `There is no return ${text(body.returnNo)}`);
  request.step = "exchanged";
  return ok({ exchangeNo: `EX${request.returnNo.slice(1)}` });
};

const BUCKETS: Record<string, StockMovement["bucket"]> = {
  A: "sellable",
  B: "repair",
  C: "scrap",
  D: "scrap",
};

const updateStock: Operation = (state, { body, now }) => {
  const lines = Array.isArray(body.lines) ? (body.lines as Record<string, unknown>[]) : [];
  for (const line of lines) {
    const item = state.stock.find((s) => s.sku === line.sku);
    if (!item) return bad("sku.unknown", `There is no SKU ${text(line.sku)}`);
  }
  for (const line of lines) {
    const item = state.stock.find((s) => s.sku === line.sku);
    const bucket = BUCKETS[text(line.grade)] ?? "scrap";
    const qty = Number(line.qtyReceived ?? 0);
    if (!item || qty === 0) continue;
    item[bucket] += qty;
    state.movements.push({
      returnNo: text(body.returnNo),
      sku: item.sku,
      bucket,
      qty,
      at: now.toISOString(),
    });
  }
  return ok({ updated: lines.length });
};

/** Every operation that another system may call, by method and path. */
export const OPERATIONS: Readonly<Record<string, { readonly name: string; readonly run: Operation }>> = {
  "POST /api/returns/check": { name: "checkReturn", run: checkReturn },
  "POST /api/return-labels": { name: "createLabel", run: createLabel },
  "POST /api/return-labels/void": { name: "voidLabel", run: voidLabel },
  "POST /api/exchanges": { name: "createExchange", run: createExchange },
  "POST /api/messages": { name: "tellBuyer", run: tellBuyer },
  "POST /api/refunds": { name: "refund", run: refund },
  "POST /api/stock-movements": { name: "updateStock", run: updateStock },
};

/**
 * Carries out a call: an answered idempotency key gets its first answer again; a fault answers 500 before
 * anything is done.
 */
export function answerSystemCall(state: ShopState, route: string, call: SystemCall): Answer | null {
  const operation = OPERATIONS[route];
  if (!operation) return null;
  const memory = call.key === null ? null : `${operation.name} ${call.key}`;
  const earlier = memory === null ? undefined : state.answered[memory];
  if (earlier) return earlier;
  const fault = state.faults.find((f) => f.operation === operation.name);
  if (fault) {
    if (fault.remaining !== null && --fault.remaining <= 0)
      state.faults.splice(state.faults.indexOf(fault), 1);
    return {
      status: 500,
      body: { code: "shop.down", message: "The shop's payment service does not answer" },
    };
  }
  const answer = operation.run(state, call);
  if (memory !== null && answer.status < 500) state.answered[memory] = answer;
  return answer;
}
