import type { ChecklistItem, DecisionTable, Loop, Mapping, Node, Who } from "@flowright/definition";
import { conditionWords } from "../../diagram/words/condition-words.ts";
import { DIAGRAM_TEXTS } from "../../diagram/words/diagram-texts.ts";
import { durationWords } from "../../diagram/words/duration-words.ts";
import { eventWords, toldWords, workedWords } from "../../diagram/words/event-words.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { CALL_TEXTS } from "../../panel/call/call-texts.ts";
import { EVENT_TEXTS } from "../../panel/event/event-texts.ts";
import { LOOP_TEXTS } from "../../panel/loop/loop-texts.ts";
import { PANEL_TEXTS } from "../../panel/panel-texts.ts";
import { SERVICE_TEXTS } from "../../panel/service/service-texts.ts";
import { STEP_TEXTS } from "../../panel/step/step-texts.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./compare-texts.ts";
import { type Fact, fact, plainFacts, textFacts, yesNo } from "./fact.ts";
import { listMark, type Names } from "./names.ts";

type FactsOf = (value: never, names: Names, node: Node | undefined) => Fact[];

/** What the fields of steps and lines say, under the words of the properties panel. */
export const STEP_FACTS: Readonly<Record<string, FactsOf>> = {
  id: (value: string, names) => fact(own(names)("id"), value),
  kind: (value: Node["kind"], names, node) =>
    fact(own(names)("kind"), node ? elementTypeOf(node).name[names.language] : value),
  name: (value, names) => textFacts(textsOf(PANEL_TEXTS, names.language)("name"), value, names),
  documentation: (value, names) =>
    textFacts(textsOf(PANEL_TEXTS, names.language)("documentation"), value, names),
  inside: (value: string, names) => fact(own(names)("inside"), names.step(value)),
  goal: (value, names) => textFacts(step(names)("goal"), value, names),
  who: (value: Who, names) => fact(step(names)("who"), whoWords(value, names)),
  deadline: (value: { duration?: string; calendar?: string; field?: string }, names) =>
    fact(
      step(names)("deadline"),
      value.duration === undefined
        ? names.lexicon.field(value.field ?? "")
        : workedWords({ ...value, duration: value.duration }, names.lexicon),
    ),
  form: (value: string, names) => fact(step(names)("form"), names.form(value)),
  checklist: (value: readonly ChecklistItem[], names) => value.flatMap((item) => itemFacts(item, names)),
  rule: (value: { type: "any" | "all" | "nOfM"; n?: number }, names) =>
    fact(
      step(names)("decisionRule"),
      value.type === "nOfM"
        ? textsOf(DIAGRAM_TEXTS, names.language)("nOfM", { n: value.n ?? "" })
        : step(names)(value.type),
    ),
  reasonRequired: (value: "never" | "reject" | "always", names) =>
    fact(
      step(names)("reason"),
      step(names)(value === "never" ? "never_" : value === "reject" ? "onReject" : "always"),
    ),
  resultVariable: (value: string, names) => fact(step(names)("resultVariable"), names.lexicon.field(value)),
  optional: (value, names) => fact(step(names)("optionalStep"), yesNo(value, names)),
  loop: (value: Loop, names) => loopFacts(value, names),
  call: (value: { system: string; operation: string }, names) => [
    ...fact(service(names)("system"), names.lexicon.system(value.system), "system"),
    ...fact(service(names)("operation"), names.lexicon.operation(value.system, value.operation), "operation"),
  ],
  jobType: (value: string, names) => fact(service(names)("jobType"), value),
  input: (value: readonly Mapping[], names, node) =>
    mappings(node?.kind === "callActivity" ? call(names)("input") : service(names)("input"), value, names),
  output: (value: readonly Mapping[], names, node) =>
    mappings(node?.kind === "serviceTask" ? service(names)("output") : step(names)("output"), value, names),
  assignments: (value: readonly Mapping[], names) => mappings(step(names)("assignments"), value, names),
  retry: (value: { attempts: number; backoff?: readonly string[] }, names) => [
    ...fact(service(names)("attempts"), String(value.attempts), "attempts"),
    ...(value.backoff ?? []).flatMap((wait, index) =>
      fact(service(names)("wait", { n: index + 1 }), durationWords(wait, names.language), `wait ${index}`),
    ),
  ],
  timeout: (value: string, names) => fact(service(names)("timeout"), durationWords(value, names.language)),
  table: (value: DecisionTable, names) => tableFacts(value, names),
  decision: (value: { id: string; version?: number }, names) => [
    ...fact(step(names)("decision"), names.lexicon.decision(value.id), "id"),
    ...(value.version === undefined ? [] : fact(call(names)("version"), String(value.version), "version")),
  ],
  process: (value: string, names) => fact(call(names)("called"), names.lexicon.flow(value)),
  version: (value: { type: "latest" | "atPublish" | "fixed"; number?: number }, names) =>
    fact(call(names)("version"), value.type === "fixed" ? String(value.number) : call(names)(value.type)),
  businessKey: (value: string, names) => fact(call(names)("businessKey"), value),
  message: (value: { name: string }, names) => messageFacts(value, names),
  event: (value: Told, names, node) => eventFacts(value, names, node),
  trigger: (value: Told, names, node) => eventFacts(value, names, node),
  result: (value: Told, names, node) => eventFacts(value, names, node),
  interrupting: (value, names, node) =>
    fact(event(names)(node?.kind === "boundary" ? "interrupting" : "interruptingBlock"), yesNo(value, names)),
  attachedTo: (value: string, names) => fact(event(names)("onEdgeOf"), names.step(value)),
  startableBy: (value: readonly string[], names) =>
    fact(
      step(names)("startableBy"),
      value.map((role) => names.lexicon.role(role)).join(listMark(names.language)),
    ),
  need: (value: { type: string; count?: number; condition?: string }, names) =>
    value.type === "count"
      ? fact(step(names)("needNumber"), String(value.count), "count")
      : fact(step(names)("needCondition"), words(value.condition ?? "", names), "condition"),
  rest: (value: "wait" | "cancel", names) =>
    fact(step(names)("rest"), step(names)(value === "wait" ? "restWait" : "restCancel")),
  ordering: (value: string, names) =>
    fact(
      step(names)("ordering"),
      step(names)(value === "sequential" ? "orderingSequential" : "orderingParallel"),
    ),
  start: (value: string, names) =>
    fact(step(names)("adHocStart"), step(names)(value === "all" ? "startAll" : "startByHand")),
  completion: (value: string, names) => fact(step(names)("completion"), words(value, names)),
  cancelRemaining: (value, names) => fact(step(names)("cancelRemaining"), yesNo(value, names)),
  source: (value: string, names) => fact(own(names)("source"), names.step(value)),
  target: (value: string, names) => fact(own(names)("target"), names.step(value)),
  condition: (value: string, names) =>
    fact(textsOf(PANEL_TEXTS, names.language)("condition"), words(value, names)),
  outcome: (value: string, names) =>
    fact(
      own(names)("outcome"),
      value === "approved" || value === "rejected" ? textsOf(DIAGRAM_TEXTS, names.language)(value) : value,
    ),
  default: (value, names) => fact(own(names)("default"), yesNo(value, names)),
  dependency: (value: { lag?: string; calendar?: string }, names) =>
    value.lag === undefined
      ? []
      : fact(step(names)("lag"), workedWords({ ...value, duration: value.lag }, names.lexicon)),
  branches: (value: readonly string[], names) =>
    fact(own(names)("branches"), value.map((id) => names.line(id)).join(" → ")),
};

interface Told {
  readonly type: string;
  readonly message?: { readonly name: string };
  readonly [field: string]: unknown;
}

const own = ({ language }: Names) => textsOf(COMPARE_TEXTS, language);
const step = ({ language }: Names) => textsOf(STEP_TEXTS, language);
const service = ({ language }: Names) => textsOf(SERVICE_TEXTS, language);
const call = ({ language }: Names) => textsOf(CALL_TEXTS, language);
const event = ({ language }: Names) => textsOf(EVENT_TEXTS, language);

function words(source: string, { lexicon }: Names): string {
  return conditionWords(source, lexicon);
}

function whoWords(who: Who, names: Names): string {
  const t = textsOf(DIAGRAM_TEXTS, names.language);
  const { lexicon } = names;
  switch (who.type) {
    case "role":
      return lexicon.role(who.role);
    case "people":
      return who.people.map((user) => lexicon.person(user)).join(listMark(names.language));
    case "initiator":
      return t("initiator");
    case "field":
      return t("fromField", { field: lexicon.field(who.field) });
    default:
      return `${step(names)("byExpression")}: ${(who as { value?: string }).value ?? ""}`;
  }
}

function itemFacts({ id, text, optional, rule }: ChecklistItem, names: Names): Fact[] {
  const t = step(names);
  return [
    ...textFacts(t("checklist"), text, names, id),
    ...(optional === undefined
      ? []
      : fact(`${t("checklist")} › ${t("optional")}`, yesNo(optional, names), `${id} optional`)),
    ...(rule === undefined
      ? []
      : fact(`${t("checklist")} › ${t("byRule")}`, words(rule, names), `${id} rule`)),
  ];
}

function mappings(label: string, list: readonly Mapping[], names: Names): Fact[] {
  return list.flatMap(({ target, value }) =>
    fact(`${label} › ${names.lexicon.field(target)}`, words(value, names), target),
  );
}

function loopFacts(loop: Loop, names: Names): Fact[] {
  const t = textsOf(LOOP_TEXTS, names.language);
  if (loop.type === "standard") {
    return [
      ...fact(t("loop"), t("again"), "loop"),
      ...fact(t("condition"), words(loop.condition, names), "condition"),
      ...(loop.testBefore === undefined
        ? []
        : fact(t("testBefore"), yesNo(loop.testBefore, names), "before")),
      ...(loop.maximum === undefined ? [] : fact(t("maximum"), String(loop.maximum), "maximum")),
    ];
  }
  return [
    ...fact(t("loop"), t("each"), "loop"),
    ...fact(t("collection"), words(loop.collection, names), "collection"),
    ...fact(t("order"), t(loop.sequential === true ? "oneByOne" : "allAtOnce"), "order"),
    ...(loop.item === undefined ? [] : fact(t("item"), loop.item, "item")),
    ...(loop.completion === undefined
      ? []
      : fact(t("endsEarly"), words(loop.completion, names), "completion")),
    ...(loop.output === undefined
      ? []
      : [
          ...fact(t("keepResults"), names.lexicon.field(loop.output.target), "target"),
          ...fact(t("result"), words(loop.output.value, names), "value"),
        ]),
  ];
}

/** Name, key and what it carries or what is kept of it. */
function messageFacts(
  message: { readonly name: string; readonly [field: string]: unknown },
  names: Names,
): Fact[] {
  const { name, key, output, data } = message;
  return [
    ...fact(step(names)("messageName"), name, "name"),
    ...(typeof key === "string" ? fact(step(names)("messageKey"), words(key, names), "key") : []),
    ...(Array.isArray(output) ? mappings(step(names)("messageOutput"), output, names) : []),
    ...(Array.isArray(data) ? mappings(event(names)("data"), data, names) : []),
  ];
}

/** What happens in a few words, and what those do not say. */
function eventFacts(told: Told, names: Names, node: Node | undefined): Fact[] {
  const t = event(names);
  const tells = node?.kind === "throw" || node?.kind === "end";
  const label = t(
    tells
      ? "tells"
      : node?.kind === "start"
        ? "startsBy"
        : node?.kind === "boundary"
          ? "reactsTo"
          : "waitsFor",
  );
  const said = (tells ? toldWords : eventWords)(told as never, names.lexicon);
  const { type, message, signal, ...rest } = told;
  const carried = message ?? (signal as typeof message);
  return [
    ...fact(label, said || t(type as "none"), "what"),
    ...(carried === undefined ? [] : messageFacts(carried, names).filter(({ key }) => key !== "name")),
    ...Object.entries(rest).flatMap(([name, value]) => {
      if (["duration", "condition", "code"].includes(name)) return [];
      return plainFacts(EVENT_FIELDS[name] === undefined ? name : t(EVENT_FIELDS[name]), value, name);
    }),
  ];
}

const EVENT_FIELDS: Readonly<Record<string, keyof (typeof EVENT_TEXTS)["en"]>> = {
  variable: "keepIn",
  message: "text",
  activity: "undoWhat",
  name: "linkName",
  cron: "cron",
  timeZone: "timeZone",
  calendar: "calendar",
  missed: "missed",
  cycle: "cycleText",
  date: "untilDate",
};

function tableFacts(table: DecisionTable, names: Names): Fact[] {
  const t = own(names);
  const label = (text: unknown, otherwise: string) => names.lexicon.text(text as string) || otherwise;
  return [
    ...(table.name === undefined
      ? []
      : textFacts(textsOf(PANEL_TEXTS, names.language)("name"), table.name, names, "name")),
    ...fact(t("hitPolicy"), [table.hitPolicy, table.aggregator].filter(Boolean).join(", "), "policy"),
    ...table.inputs.flatMap((input, index) =>
      plainFacts(
        t("inputColumn", { n: index + 1 }),
        { ...input, label: label(input.label, input.expression) },
        `in ${input.id}`,
      ),
    ),
    ...table.outputs.flatMap((output, index) =>
      plainFacts(
        t("outputColumn", { n: index + 1 }),
        { ...output, label: label(output.label, output.name) },
        `out ${output.name}`,
      ),
    ),
    ...table.rules.flatMap(({ id, when, then }, index) =>
      fact(t("rule", { n: index + 1 }), `${when.join(" | ")} → ${then.join(" | ")}`, `rule ${id}`),
    ),
  ];
}
