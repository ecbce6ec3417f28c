import {
  choice,
  type Field,
  list,
  map,
  may,
  need,
  number,
  type ObjectShape,
  object,
  type Shape,
  text,
} from "./shape.ts";

const values: Shape = { type: "values" };
const anyValue: Shape = { type: "value" };
const bilingual = object({ en: need(text()), "zh-CN": need(text()) });

const caseExpectation: { readonly [name: string]: Field } = {
  status: may(choice("active", "suspended", "completed", "terminated", "cancelled")),
  waiting: may(
    list({
      type: "short",
      of: object({
        node: need(text("id")),
        people: may(list(text())),
        roles: may(list(text())),
        times: may(number(1)),
      }),
    }),
  ),
  upcoming: may(
    list({ type: "short", of: object({ node: need(text("id")), waitsFor: may(list(text("id"))) }) }),
  ),
  incidents: may(list({ type: "short", of: object({ code: need(text()), node: may(text("id")) }) })),
  variables: may(values),
  visited: may(list(text("id"))),
  notVisited: may(list(text("id"))),
  inOrder: may(list(text("id"))),
  counts: may(map(number(0))),
  ended: may(object({ reason: may(text()), error: may(text()) })),
};

const expectation = {
  ...caseExpectation,
  cases: may(map(object(caseExpectation))),
  started: may(map(number(0))),
};

const expecting = { expect: may(object(expectation)) };

const message = {
  name: need(text()),
  key: may(text()),
  data: need(values),
  id: may(text()),
};

const start: Shape = {
  type: "kinds",
  kinds: {
    "by-hand": object({ by: need(text()), variables: need(values), ...expecting }),
    message: object({ ...message, ...expecting }),
    signal: object({ name: need(text()), data: may(values), ...expecting }),
    timer: object(expecting),
  },
};

const instance = { item: may(anyValue), index: may(number(1)) };
const onePlace = { names: ["item", "index"], required: false };
const person = { by: need(text()) };
const atNode = { node: need(text("id")) };

const STEPS: { readonly [kind: string]: ObjectShape } = {
  task: object(
    {
      ...atNode,
      ...person,
      action: may(
        choice("complete", "claim", "release", "transfer", "return", "add-approver", "remove-approver"),
      ),
      outcome: may(choice("approved", "rejected")),
      data: may(values),
      comment: may(text()),
      checked: may(list(text())),
      to: may(text()),
      way: may(choice("walk", "jump")),
      reason: may(text()),
      person: may(text()),
      ...instance,
    },
    onePlace,
  ),
  job: object(
    {
      ...atNode,
      failures: may(number(0)),
      result: may(values),
      error: may(object({ code: need(text()), message: may(text()) })),
      ...instance,
    },
    { names: ["result", "error"], required: false },
  ),
  call: object(
    {
      ...atNode,
      result: may(values),
      error: may(object({ code: need(text()), message: may(text()) })),
      ...instance,
    },
    { names: ["result", "error"], required: true },
  ),
  message: object({ ...message, result: may(choice("delivered", "started", "buffered", "duplicate")) }),
  signal: object({ name: need(text()), data: may(values) }),
  advance: object(
    { duration: may(text("duration")), to: may(choice("next-timer")) },
    { names: ["duration", "to"], required: true },
  ),
  begin: object({ ...atNode, ...person }),
  finish: object({ ...atNode, ...person }),
  "add-step": object({
    ...atNode,
    ...person,
    step: need(values),
    after: may(list(text("id"))),
    before: may(list(text("id"))),
  }),
  "add-items": object({ ...atNode, ...person, items: need(list(anyValue, 1)) }),
  "remove-item": object({ ...atNode, ...person, index: need(number(1)) }),
  variables: object({ ...person, values: need(values) }),
  modify: object({
    ...person,
    reason: need(text()),
    cancel: may(list(text("id"))),
    start: may(list(text("id"))),
  }),
  migrate: object({
    ...person,
    to: need(text("file")),
    nodes: may(map(text("id"))),
    edges: may(map(text("id"))),
  }),
  cancel: object({ ...person, reason: need(text()) }),
  suspend: object(person),
  resume: object(person),
  retry: object({ ...atNode, ...person }),
};

const ofAnyStep = { case: may(text()), refused: may(text()), ...expecting };

const step: Shape = {
  type: "kinds",
  kinds: Object.fromEntries(
    Object.entries(STEPS).map(([kind, shape]) => [
      kind,
      object({ ...shape.fields, ...ofAnyStep }, shape.oneOf),
    ]),
  ),
};

/** What a scenario's file holds; `Scenario` says what it means. */
export const SCENARIO_SHAPE: ObjectShape = object({
  schema: need(choice("flowright/scenario/v1")),
  id: need(text("id")),
  name: need(bilingual),
  description: may(bilingual),
  definition: need(text("id")),
  flows: may(list(text("file"), 1)),
  decisions: may(map(text("file"))),
  begins: may(text("instant")),
  people: need(map(list(text(), 1))),
  start: need(start),
  steps: need(list(step)),
  expect: need(object(expectation)),
});
