import { type ReturnRequest, type ShopState, typeOf } from "./shop-state.ts";

/** A message for the workflow engine. */
export interface OutgoingMessage {
  readonly name: string;
  readonly key: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

export type ActionResult =
  | { readonly ok: true; readonly message: OutgoingMessage }
  | { readonly ok: false; readonly error: string };

const REASONS = new Set([
  "no-reason",
  "quality",
  "wrong-item",
  "not-as-described",
  "damaged",
  "size",
  "other",
]);

/** The buyer asks to return everything in an order. */
export function askForReturn(
  state: ShopState,
  input: { orderNo?: unknown; reason?: unknown; type?: unknown; description?: unknown },
  now: Date,
): ActionResult {
  const order = state.orders.find((o) => o.orderNo === input.orderNo);
  if (!order) return { ok: false, error: `There is no order ${String(input.orderNo)}` };
  if (state.returns.some((r) => r.orderNo === order.orderNo && r.step !== "closed"))
    return { ok: false, error: `Order ${order.orderNo} is being returned already` };
  const reason = typeof input.reason === "string" && REASONS.has(input.reason) ? input.reason : "no-reason";
  const request: ReturnRequest = {
    returnNo: `R${String(state.nextReturn++).padStart(5, "0")}`,
    orderNo: order.orderNo,
    at: now.toISOString(),
    type: typeOf(input.type),
    amount: order.paid,
    step: "requested",
    offer: null,
    answer: null,
  };
  state.returns.push(request);
  return {
    ok: true,
    message: {
      name: "return.requested",
      key: request.returnNo,
      id: `${request.returnNo}:requested`,
      data: {
        returnNo: request.returnNo,
        orderNo: order.orderNo,
        buyer: order.buyer,
        channel: order.channel,
        type: request.type,
        refundAmount: order.paid,
        shippingPayer: "seller",
        description: typeof input.description === "string" ? input.description.slice(0, 500) : "",
        items: order.items.map((i) => ({ sku: i.sku, qty: i.qty, reason, unitPaid: i.unitPaid })),
      },
    },
  };
}

type Move = { from: readonly ReturnRequest["step"][]; to: ReturnRequest["step"]; message: string };
const MOVES: Readonly<Record<string, Move>> = {
  ship: { from: ["labelled"], to: "shipped", message: "return.shipped" },
  arrive: { from: ["shipped"], to: "arrived", message: "return.arrived" },
  accept: { from: ["offered"], to: "answered", message: "return.answered" },
  refuse: { from: ["offered"], to: "answered", message: "return.answered" },
  withdraw: {
    from: ["requested", "labelled", "shipped", "arrived", "offered", "answered"],
    to: "closed",
    message: "return.withdrawn",
  },
  /** The platform gives the buyer the money back without asking. */
  force: {
    from: ["shipped", "arrived", "offered", "answered"],
    to: "refunded",
    message: "platform.refunded",
  },
};

/** The buyer, the carrier or the platform moves a return on: ship, arrive, accept, refuse, withdraw, force. */
export function moveReturn(state: ShopState, returnNo: string, action: string, now: Date): ActionResult {
  const request = state.returns.find((r) => r.returnNo === returnNo);
  if (!request) return { ok: false, error: `There is no return ${returnNo}` };
  const move = MOVES[action];
  if (!move) return { ok: false, error: `There is no action ${action}` };
  if (!move.from.includes(request.step)) return { ok: false, error: `Return ${returnNo} is ${request.step}` };
  request.step = move.to;
  if (action === "accept") request.answer = "accepted";
  if (action === "refuse") request.answer = "refused";
  const data = dataOf(state, request, action, now);
  return { ok: true, message: { name: move.message, key: returnNo, id: `${returnNo}:${action}`, data } };
}

function dataOf(
  state: ShopState,
  { returnNo, amount }: ReturnRequest,
  action: string,
  now: Date,
): Record<string, unknown> {
  const label = state.labels.find((l) => l.returnNo === returnNo);
  switch (action) {
    case "ship":
      return {
        carrier: label?.carrier ?? "SF Express",
        trackingNo: label?.labelNo ?? "",
        shippedAt: now.toISOString(),
      };
    case "arrive":
      return { receivedAt: now.toISOString() };
    case "force":
      return { refundNo: `PF${returnNo.slice(1)}`, amount };
    case "withdraw":
      return {};
    default:
      return { accepted: action === "accept" };
  }
}
