/** What can be drawn; each name is one thing that an engine can do or not do yet. */
export type Feature =
  | "userTask"
  | "approval"
  | "serviceTask"
  | "scriptTask"
  | "receiveTask"
  | "manualTask"
  | "sendTask"
  | "callActivity"
  | "catchTimer"
  | "catchMessage"
  | "catchSignal"
  | "catchCondition"
  | "throwNone"
  | "throwMessage"
  | "throwSignal"
  | "throwEscalation"
  | "throwCompensation"
  | "link"
  | "boundaryTimer"
  | "boundaryCycle"
  | "boundaryMessage"
  | "boundarySignal"
  | "boundaryCondition"
  | "boundaryError"
  | "boundaryEscalation"
  | "endNone"
  | "endTerminate"
  | "endError"
  | "endEscalation"
  | "endMessage"
  | "endSignal"
  | "endCompensation"
  | "exclusive"
  | "parallel"
  | "inclusive"
  | "complex"
  | "race"
  | "loop"
  | "subProcess"
  | "transaction"
  | "adHoc"
  | "plan"
  | "undo"
  | "subTimer"
  | "subMessage"
  | "subSignal"
  | "subCondition"
  | "subError"
  | "subEscalation"
  /** Cases that another case called. */
  | "called";

/** What the engine does today. */
export const BASE: readonly Feature[] = [
  "userTask",
  "approval",
  "serviceTask",
  "scriptTask",
  "receiveTask",
  "catchTimer",
  "catchMessage",
  "boundaryTimer",
  "boundaryMessage",
  "boundaryError",
  "endNone",
  "endTerminate",
  "endError",
  "exclusive",
  "parallel",
  "race",
  "subProcess",
];

/** The features named in a text, separated by commas; without one all that the engine has. */
export function features(only?: string): ReadonlySet<Feature> {
  return new Set(only === undefined ? BASE : (only.split(",") as Feature[]));
}
