import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Telemetry } from "../../src/contract/telemetry.ts";
import { line, ship } from "../turns/flows.ts";
import { accepted, boss, machine, openWorld, until, type World } from "../turns/open-world.ts";

interface Span {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly attributes: { [name: string]: unknown };
  ended: boolean;
  failed: boolean;
}

/** What `@opentelemetry/api` does with an SDK behind it, in memory. */
function recorder(): {
  telemetry: Telemetry;
  spans: Span[];
  within: <T>(span: Span, work: () => T) => T;
  open(name: string): Span;
} {
  const spans: Span[] = [];
  const active = new AsyncLocalStorage<{ span: Span | null }>();
  const start = (name: string, parent: Span | null, attributes = {}): Span => {
    const span: Span = {
      id: spans.length,
      name,
      parent: parent?.id ?? null,
      attributes,
      ended: false,
      failed: false,
    };
    spans.push(span);
    return span;
  };
  const handles = new Map<object, Span>();
  const telemetry: Telemetry = {
    trace: {
      getTracer: () => ({
        startSpan: (name, options, context) => {
          const span = start(name, (context as unknown as { span: Span | null } | undefined)?.span ?? null, {
            ...options?.attributes,
          });
          const handle = {
            setAttribute: (key: string, value: string) => {
              span.attributes[key] = value;
            },
            setStatus: ({ code }: { code: number }) => {
              span.failed = code === 2;
            },
            end: () => {
              span.ended = true;
            },
          };
          handles.set(handle, span);
          return handle;
        },
      }),
      setSpan: (_context, handle) => ({ span: handles.get(handle) ?? null }),
    },
    context: {
      active: () => active.getStore() ?? { span: null },
      with: (context, work) => active.run(context as { span: Span | null }, work),
    },
  };
  return {
    telemetry,
    spans,
    within: (span, work) => active.run({ span }, work),
    open: (name) => start(name, null),
  };
}

const recorded = recorder();
let world: World;
beforeAll(async () => {
  world = await openWorld({ telemetry: recorded.telemetry });
  accepted(await world.runtime.definitions.publish(boss, { definition: line("ships", [ship]) }));
});
afterAll(() => world.close());

it("leads from the request over the turn to the worker, what it calls, and the turn of its answer", async () => {
  const { spans } = recorded;
  const worker = world.runtime.jobs.work("ship", async () => {
    recorded.telemetry.trace
      .getTracer("http")
      .startSpan("call to the carrier", {}, recorded.telemetry.context.active() as never)
      .end();
    return { ok: true, result: { tracking: "SF1" } };
  });
  const request = recorded.open("POST /instances");
  const { id } = await recorded.within(request, async () =>
    accepted(
      await world.runtime.instances.start(machine, { definitionId: "ships", variables: { orderNo: "O" } }),
    ),
  );
  await until(
    "the end",
    async () => accepted(await world.runtime.instances.read(boss, id)).status === "completed",
  );
  await worker.stop();
  const names = spans.filter(
    (span) => span === request || span.attributes["flowright.case"] === id || span.name.startsWith("call"),
  );
  expect(names.map(({ name, parent }) => [name, parent === null ? null : spans[parent]?.name])).toEqual([
    ["POST /instances", null],
    ["flowright.turn", "POST /instances"],
    ["flowright.job ship", "flowright.turn"],
    ["call to the carrier", "flowright.job ship"],
    ["flowright.turn", "flowright.job ship"],
  ]);
  expect(names.map(({ attributes }) => attributes["flowright.command"])).toEqual([
    undefined,
    "instance.start",
    undefined,
    undefined,
    "job.complete",
  ]);
  expect(names.slice(1).every(({ ended, failed }) => ended && !failed)).toBe(true);
});

it("tells what was refused", async () => {
  await world.runtime.instances.cancel(boss, "0190a000-0000-7000-8000-000000000000", "none");
  expect(recorded.spans.at(-1)).toMatchObject({
    name: "flowright.turn",
    ended: true,
    failed: false,
    attributes: { "flowright.refused": "instance.unknown" },
  });
});
