import type { StartEvent } from "@flowright/definition";
import fc from "fast-check";
import type { Feature } from "./features.ts";
import {
  type Boundary,
  between,
  boundary,
  condition,
  type EndResult,
  type Loop,
  listening,
  loop,
  type Make,
  raced,
  result,
  task,
} from "./steps.ts";

/** A part of a drawing with one way in and one way out. */
export type Block =
  | { readonly kind: "event"; readonly make: Make }
  | {
      readonly kind: "task";
      readonly make: Make;
      readonly loop: Loop | null;
      readonly boundaries: readonly Boundary[];
      /** Its way on by outcome, for approvals: how the rejected way ends. */
      readonly outcomes: "none" | "both" | "rest";
      readonly handler: Make | null;
    }
  | { readonly kind: "sequence"; readonly parts: readonly Block[] }
  | {
      readonly kind: "choice";
      readonly parts: readonly Block[];
      readonly conditions: readonly string[];
      readonly open: boolean;
    }
  | { readonly kind: "parallel"; readonly parts: readonly Block[] }
  | {
      readonly kind: "inclusive";
      readonly parts: readonly Block[];
      readonly conditions: readonly string[];
      readonly rest: "none" | "default" | "always";
    }
  | {
      readonly kind: "complex";
      readonly parts: readonly Block[];
      readonly need: number | string;
      readonly rest: "wait" | "cancel";
    }
  | { readonly kind: "race"; readonly events: readonly Make[]; readonly parts: readonly Block[] }
  | { readonly kind: "repeat"; readonly part: Block; readonly condition: string }
  /** Parallel branches that end each for itself, one of them perhaps in a way of its own. */
  | { readonly kind: "ends"; readonly part: Block; readonly aside: Block; readonly result: EndResult }
  | { readonly kind: "link" }
  | {
      readonly kind: "inside";
      readonly container: "subProcess" | "transaction";
      readonly part: Block;
      readonly result: EndResult | { readonly type: "cancel" };
      readonly own: boolean;
      readonly loop: Loop | null;
      readonly boundaries: readonly (
        | Boundary
        | { readonly event: { readonly type: "cancel" }; readonly interrupting: true }
      )[];
      readonly subs: readonly EventSub[];
      readonly handler: Make | null;
    }
  | {
      readonly kind: "adHoc";
      readonly parts: readonly Make[];
      readonly followed: boolean;
      readonly all: boolean;
      readonly sequential: boolean;
      readonly completion: string | null;
      readonly cancelRemaining: boolean;
    }
  | {
      readonly kind: "plan";
      readonly steps: readonly Make[];
      readonly after: readonly number[];
      readonly optional: readonly boolean[];
    };

export interface EventSub {
  readonly start: Omit<StartEvent, "id" | "kind">;
  readonly part: Block;
  readonly result: EndResult;
}

type Blocks = fc.Arbitrary<Block>;

function some<T>(table: readonly (readonly [boolean, fc.Arbitrary<T>])[]): fc.Arbitrary<T>[] {
  return table.flatMap(([has, made]) => (has ? [made] : []));
}

const several = (part: Blocks) => fc.array(part, { minLength: 2, maxLength: 3 });

function oneTask(features: ReadonlySet<Feature>): Blocks {
  const boundaries = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(boundary(features, false), { minLength: 1, maxLength: 2 }) },
  );
  return fc
    .record({
      make: task(features),
      loop: rarely(features.has("loop"), loop),
      boundaries,
      outcomes: fc.constantFrom<"none" | "both" | "rest">("none", "both", "rest"),
      handler: rarely(features.has("undo"), task(features)),
    })
    .map((parts) => ({ kind: "task", ...parts }));
}

function rarely<T>(has: boolean, made: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return has ? fc.option(made, { freq: 4 }) : fc.constant(null);
}

function inside(features: ReadonlySet<Feature>, part: Blocks): Blocks {
  const subs = ["subTimer", "subMessage", "subSignal", "subCondition", "subError", "subEscalation"] as const;
  const listens = subs.some((feature) => features.has(feature));
  const eventSub = listens
    ? fc.record({ start: listening(features), part, result: result(features) })
    : fc.constant(null);
  return fc
    .record({
      container: fc.constantFrom<"subProcess" | "transaction">(
        "subProcess",
        "subProcess",
        features.has("transaction") ? "transaction" : "subProcess",
      ),
      part,
      result: result(features),
      cancels: fc.boolean(),
      own: fc.boolean(),
      loop: rarely(features.has("loop"), loop),
      boundaries: fc.array(boundary(features, true), { maxLength: 2 }),
      subs: fc.array(eventSub, { maxLength: listens ? 2 : 0 }),
      handler: rarely(features.has("undo"), task(features)),
    })
    .map(({ cancels, ...rest }) => {
      const cancelling = rest.container === "transaction" && cancels;
      return {
        kind: "inside" as const,
        ...rest,
        loop: cancelling ? null : rest.loop,
        result: cancelling ? ({ type: "cancel" } as const) : rest.result,
        boundaries: cancelling
          ? [...rest.boundaries, { event: { type: "cancel" } as const, interrupting: true as const }]
          : rest.boundaries,
        subs: rest.subs.filter((sub): sub is EventSub => sub !== null),
      };
    });
}

function adHoc(features: ReadonlySet<Feature>): Blocks {
  return fc
    .record({
      parts: fc.array(task(features), { minLength: 1, maxLength: 3 }),
      followed: fc.boolean(),
      all: fc.boolean(),
      sequential: fc.boolean(),
      completion: fc.option(fc.constantFrom("a > 1", "b", "true"), { nil: null }),
      cancelRemaining: fc.boolean(),
    })
    .map((parts) => ({ kind: "adHoc", ...parts, sequential: parts.sequential && !parts.all }));
}

function plan(features: ReadonlySet<Feature>): Blocks {
  return fc
    .record({
      steps: fc.array(task(features), { minLength: 1, maxLength: 4 }),
      after: fc.array(fc.nat({ max: 15 }), { minLength: 4, maxLength: 4 }),
      optional: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    })
    .map((parts) => ({ kind: "plan", ...parts }));
}

/** Blocks within blocks, at most five deep, small ones more often. */
export function block(features: ReadonlySet<Feature>): Blocks {
  const has = (feature: Feature) => features.has(feature);
  const conditions = fc.array(condition, { minLength: 3, maxLength: 3 });
  return fc.letrec<{ block: Block }>((tie) => {
    const part = tie("block");
    const parts = several(part);
    const event: Blocks = between(features).map((make) => ({ kind: "event", make }));
    return {
      block: fc.oneof(
        { maxDepth: 4, depthSize: "small", withCrossShrink: true },
        { weight: 4, arbitrary: oneTask(features) },
        { weight: 2, arbitrary: event },
        { weight: 2, arbitrary: parts.map((parts): Block => ({ kind: "sequence", parts })) },
        ...some<Block>([
          [
            has("exclusive"),
            fc.record({ parts, conditions, open: fc.boolean() }).map((more) => ({ kind: "choice", ...more })),
          ],
          [has("exclusive"), fc.record({ part, condition }).map((more) => ({ kind: "repeat", ...more }))],
          [has("parallel"), parts.map((parts) => ({ kind: "parallel", parts }))],
          [
            has("parallel"),
            fc
              .record({ part, aside: part, result: result(features) })
              .map((more) => ({ kind: "ends", ...more })),
          ],
          [
            has("inclusive"),
            fc
              .record({
                parts,
                conditions,
                rest: fc.constantFrom<"none" | "default" | "always">("none", "default", "always"),
              })
              .map((more) => ({ kind: "inclusive", ...more })),
          ],
          [
            has("complex"),
            fc
              .record({
                parts: several(part),
                need: fc.constantFrom<number | string>(1, 2, "arrived >= 2", "arrived = awaited"),
                rest: fc.constantFrom<"wait" | "cancel">("wait", "cancel"),
              })
              .map((more) => ({ kind: "complex", ...more })),
          ],
          [
            has("race"),
            fc
              .record({ events: fc.array(raced(features), { minLength: 3, maxLength: 3 }), parts })
              .map((more) => ({ kind: "race", ...more })),
          ],
          [has("link"), fc.constant({ kind: "link" })],
          [has("subProcess"), inside(features, part)],
          [has("adHoc"), adHoc(features)],
          [has("plan"), plan(features)],
        ]),
      ),
    };
  }).block;
}
