import type {
  MessageReference,
  MessageToSend,
  SignalReference,
  SignalToSend,
  Timer,
} from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import { type ExpressionPlace, expression, mappings, timing } from "./expression-place.ts";
import type { ScopeTypes } from "./scope-types.ts";

/** Whose data the expressions of an event read. */
export interface EventData {
  readonly node: string;
  /** What is in sight where the event is waited for or thrown. */
  readonly own: ScopeVariables;
  /** What is in sight once it has happened. */
  readonly after: ScopeVariables;
  readonly types: ScopeTypes;
  /** A case that begins has no data of its own yet: a key comes from the message. */
  readonly starts?: boolean;
}

/** Anything that an event may say of itself; each event has some of these. */
export interface AnyEvent {
  readonly type: string;
  readonly message?: MessageReference | MessageToSend | string | undefined;
  readonly signal?: SignalReference | SignalToSend;
  readonly condition?: string;
}

/** The expressions of an event, whatever its type and wherever it stands. */
export function* ofEvent(event: AnyEvent, path: string, data: EventData): Generator<ExpressionPlace> {
  const { node, own } = data;
  if (event.type === "timer") yield* ofTimer(event as Timer, path, data);
  if (typeof event.message === "string") yield* expression(event.message, `${path}/message`, node, own);
  else if (event.message) yield* ofMessage(event.message, `${path}/message`, data);
  if (event.signal) yield* ofSignal(event.signal, `${path}/signal`, data);
  yield* expression(event.condition, `${path}/condition`, node, own, "boolean");
}

/** The key of a message, what is kept from it or what it carries. */
export function* ofMessage(
  message: MessageReference | MessageToSend,
  path: string,
  { node, own, after, types, starts }: EventData,
): Generator<ExpressionPlace> {
  yield* expression(message.key, `${path}/key`, node, starts ? types.withMessage(own) : own);
  if ("output" in message) yield* mappings(message.output, `${path}/output`, node, types.withMessage(after));
  if ("data" in message) yield* mappings(message.data, `${path}/data`, node, own);
}

function* ofSignal(
  signal: SignalReference | SignalToSend,
  path: string,
  { node, own, after, types }: EventData,
): Generator<ExpressionPlace> {
  if ("output" in signal) yield* mappings(signal.output, `${path}/output`, node, types.withSignal(after));
  if ("data" in signal) yield* mappings(signal.data, `${path}/data`, node, own);
}

function* ofTimer(timer: Timer, path: string, { node, own }: EventData): Generator<ExpressionPlace> {
  if ("duration" in timer) yield* timing(timer.duration, `${path}/duration`, node, own);
  if ("date" in timer) yield* timing(timer.date, `${path}/date`, node, own);
  if ("cycle" in timer) yield* timing(timer.cycle, `${path}/cycle`, node, own);
}
