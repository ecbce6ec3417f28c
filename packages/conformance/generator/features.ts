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
  | "businessRuleTask"
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
const ALL: readonly Feature[] = [
  "userTask",
  "approval",
  "serviceTask",
  "scriptTask",
  "receiveTask",
  "manualTask",
  "sendTask",
  "callActivity",
  "businessRuleTask",
  "catchTimer",
  "catchMessage",
  "catchSignal",
  "catchCondition",
  "throwNone",
  "throwMessage",
  "throwSignal",
  "throwEscalation",
  "throwCompensation",
  "link",
  "boundaryTimer",
  "boundaryCycle",
  "boundaryMessage",
  "boundarySignal",
  "boundaryCondition",
  "boundaryError",
  "boundaryEscalation",
  "endNone",
  "endTerminate",
  "endError",
  "endEscalation",
  "endMessage",
  "endSignal",
  "endCompensation",
  "exclusive",
  "parallel",
  "inclusive",
  "complex",
  "race",
  "subProcess",
  "loop",
  "adHoc",
  "plan",
  "transaction",
  "undo",
  "subTimer",
  "subMessage",
  "subSignal",
  "subCondition",
  "subError",
  "subEscalation",
  "called",
];

/** The features named in a text, separated by commas; with + those as well as all; without one all. */
export function features(only?: string): ReadonlySet<Feature> {
  const named = (only ?? "+").replace("+", "").split(",") as Feature[];
  return new Set([
    ...(only?.startsWith("+") === false ? [] : ALL),
    ...named.filter((name) => name.length > 0),
  ]);
}
