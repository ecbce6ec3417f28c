import type { CaseData, Edge, Node, WorkflowDefinition } from "@flowright/definition";

/** A flow of the simulated shop, and what must be true of its cases whatever happens. */
export interface SimulatedFlow {
  readonly definition: WorkflowDefinition;
  /** Started by a command of a client; the others start by messages, calls and the clock. */
  readonly byCommand: boolean;
  /** Steps behind a join: each is entered once, after all of these were completed so many times. */
  readonly joins: readonly {
    readonly behind: string;
    readonly needs: Readonly<Record<string, number>>;
  }[];
}

const FIELDS: CaseData = {
  type: "object",
  properties: {
    mark: { type: "string" },
    proof: { type: "string" },
    items: { type: "array", items: { type: "string" } },
    item: { type: "string" },
  },
};

const begin: Node = { id: "begin", kind: "start" };
const done: Node = { id: "done", kind: "end" };

function flow(id: string, nodes: readonly Node[], ways: readonly string[]): WorkflowDefinition {
  const edges = ways.flatMap((way, line): Edge[] => {
    const steps = way.split(" ");
    return steps.slice(1).map((target, index) => ({
      id: `e${line}_${index}`,
      source: steps[index] ?? "",
      target,
    }));
  });
  return { schema: "flowright/workflow/v1", id, name: id, variables: FIELDS, nodes: [...nodes], edges };
}

function task(id: string): Node {
  return { id, kind: "userTask", name: id, who: { type: "initiator" } };
}

function job(id: string, jobType: string, attempts = 3): Node {
  return {
    id,
    kind: "serviceTask",
    jobType,
    output: [{ target: "proof", value: "result.proof" }],
    retry: { attempts, backoff: ["PT0.3S", "PT1S"] },
    timeout: "PT1S",
  };
}

function timer(id: string, duration: string): Node {
  return { id, kind: "catch", event: { type: "timer", duration } };
}

/** A job, a timer and a person beside each other, then all together. */
const packing: SimulatedFlow = {
  byCommand: true,
  joins: [{ behind: "close", needs: { check: 1, print: 1, dry: 1 } }],
  definition: flow(
    "packing",
    [
      begin,
      { id: "fork", kind: "parallel" },
      task("check"),
      job("print", "inside"),
      timer("dry", "PT1.5S"),
      { id: "meet", kind: "parallel" },
      task("close"),
      done,
    ],
    ["begin fork check meet close done", "fork print meet", "fork dry meet"],
  ),
};

/** A worker outside, whose failure with a code is caught. */
const shipping: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "shipping",
    [
      begin,
      job("ship", "outside", 4),
      { id: "lost", kind: "boundary", attachedTo: "ship", event: { type: "error", code: "LOST" } },
      task("search"),
      done,
    ],
    ["begin ship done", "lost search done"],
  ),
};

/** The first of a message and a deadline decides. */
const parcel: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "parcel",
    [
      begin,
      { id: "first", kind: "eventBased" },
      { id: "arrival", kind: "catch", event: { type: "message", message: { name: "parcel", key: "mark" } } },
      timer("deadline", "PT2S"),
      job("thank", "outside"),
      done,
    ],
    ["begin first arrival thank done", "first deadline done"],
  ),
};

/** The same message twice, one after the other. */
const letters: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "letters",
    [
      begin,
      { id: "one", kind: "receiveTask", message: { name: "letter", key: "mark" } },
      { id: "two", kind: "receiveTask", message: { name: "letter", key: "mark" } },
      done,
    ],
    ["begin one two done"],
  ),
};

/** A task with a deadline that ends it. */
const reminder: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "reminder",
    [
      begin,
      task("answer"),
      {
        id: "late",
        kind: "boundary",
        attachedTo: "answer",
        event: { type: "timer", duration: "PT1S" },
      },
      job("tell", "inside"),
      done,
    ],
    ["begin answer done", "late tell done"],
  ),
};

/** A case that calls another one, and goes on without it after a while. */
const calling: SimulatedFlow = {
  byCommand: true,
  joins: [{ behind: "after", needs: { call: 1, note: 1 } }],
  definition: flow(
    "calling",
    [
      begin,
      { id: "fork", kind: "parallel" },
      { id: "call", kind: "callActivity", process: "called", output: [] },
      task("note"),
      { id: "meet", kind: "parallel" },
      task("after"),
      done,
    ],
    ["begin fork call meet after done", "fork note meet"],
  ),
};

const impatient: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "impatient",
    [
      begin,
      { id: "call", kind: "callActivity", process: "called", output: [] },
      { id: "enough", kind: "boundary", attachedTo: "call", event: { type: "timer", duration: "PT0.03S" } },
      done,
    ],
    ["begin call done", "enough done"],
  ),
};

const called: SimulatedFlow = {
  byCommand: false,
  joins: [],
  definition: flow("called", [begin, job("work", "inside", 2), done], ["begin work done"]),
};

/** One case per order that is alive, started by a message. */
const ordering: SimulatedFlow = {
  byCommand: false,
  joins: [],
  definition: flow(
    "ordering",
    [
      {
        ...begin,
        kind: "start",
        trigger: { type: "message", message: { name: "order" }, onePerKey: true },
      },
      timer("rest", "PT1S"),
      job("confirm", "inside"),
      done,
    ],
    ["begin rest confirm done"],
  ),
};

/** Several of the same, and then together. */
const listing: SimulatedFlow = {
  byCommand: true,
  joins: [{ behind: "publish", needs: { photos: 3 } }],
  definition: flow(
    "listing",
    [
      begin,
      {
        ...job("photos", "outside"),
        loop: { type: "multiInstance", collection: "items", item: "item" },
      } as Node,
      task("publish"),
      done,
    ],
    ["begin photos publish done"],
  ),
};

/** Everybody who waits hears the bell. */
const bell: SimulatedFlow = {
  byCommand: true,
  joins: [],
  definition: flow(
    "bell",
    [begin, { id: "ring", kind: "catch", event: { type: "signal", signal: { name: "bell" } } }, done],
    ["begin ring done"],
  ),
};

/** Three times by the clock. */
const ticking: SimulatedFlow = {
  byCommand: false,
  joins: [],
  definition: flow(
    "ticking",
    [
      { ...begin, kind: "start", trigger: { type: "timer", cycle: "R3/PT1.5S" } } as Node,
      timer("rest", "PT0.2S"),
      done,
    ],
    ["begin rest done"],
  ),
};

export const FLOWS: readonly SimulatedFlow[] = [
  packing,
  shipping,
  parcel,
  letters,
  reminder,
  calling,
  impatient,
  called,
  ordering,
  listing,
  bell,
  ticking,
];
