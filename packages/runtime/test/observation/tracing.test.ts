import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Telemetry } from "../../src/contract/telemetry.ts";
import { line, ship } from "../turns/flows.ts";
import { accepted, boss, machine, openWorld, until, type World } from "../turns/open-world.ts";

interface Span {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  /** 32 digits in hex. */
  readonly trace: string;
  readonly attributes: { [name: string]: unknown };
  ended: boolean;
  failed: boolean;
}

/** What `@opentelemetry/api` does with an SDK behind it, in memory. */
function recorder(numbered = 1): {
  telemetry: Telemetry;
  spans: Span[];
  within: <T>(span: Span, work: () => T) => T;
  open(name: string): Span;
} {
  const spans: Span[] = [];
  const active = new AsyncLocalStorage<{ span: Span | null }>();
  const start = (name: string, parent: Span | string | null, attributes = {}): Span => {
    const own = `${numbered}`.padStart(16, "0") + `${spans.length + 1}`.padStart(16, "0");
    const span: Span = {
      id: spans.length,
      name,
      parent: typeof parent === "string" ? null : (parent?.id ?? null),
      trace: typeof parent === "string" ? parent : (parent?.trace ?? own),
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
          const within = context as unknown as { span: Span | null; remote?: string } | undefined;
          const span = start(name, within?.remote ?? within?.span ?? null, {
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
            spanContext: () => ({
              traceId: span.trace,
              spanId: `${span.id + 1}`.padStart(16, "0"),
              traceFlags: 1,
            }),
          };
          handles.set(handle, span);
          return handle;
        },
      }),
      setSpan: (_context, handle) => ({ span: handles.get(handle) ?? null }),
      setSpanContext: (_context, told: { traceId: string }) => ({ span: null, remote: told.traceId }),
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

it("goes on in a worker of another process, and is handed to workers outside", async () => {
  const elsewhere = recorder(2);
  const other = await world.open({ telemetry: elsewhere.telemetry });
  const request = recorded.open("POST /instances");
  const start = () =>
    recorded.within(request, async () =>
      accepted(
        await world.runtime.instances.start(machine, { definitionId: "ships", variables: { orderNo: "O" } }),
      ),
    );
  await start();
  const [job] = await other.jobs.activate(machine, { type: "ship", worker: "outside", wait: 5_000 });
  expect(job?.traceparent).toMatch(new RegExp(`^00-${request.trace}-[0-9a-f]{16}-01$`));
  accepted(
    await other.jobs.complete(machine, job?.id ?? "", {
      lease: job?.lease ?? "",
      result: { tracking: "SF0" },
    }),
  );

  let done = false;
  const worker = other.jobs.work("ship", async () => {
    const { trace, context } = elsewhere.telemetry;
    trace
      .getTracer("http")
      .startSpan("call to the carrier", {}, context.active() as never)
      .end();
    done = true;
    return { ok: true, result: { tracking: "SF1" } };
  });
  const { id } = await start();
  await until("the end", async () => accepted(await other.instances.read(boss, id)).status === "completed");
  await worker.stop();
  await other.close();
  expect(done).toBe(true);
  const there = elsewhere.spans.filter(
    ({ name, attributes }) => name.startsWith("call") || attributes["flowright.case"] === id,
  );
  expect(there.map(({ name, trace }) => [name, trace])).toEqual([
    ["flowright.job ship", request.trace],
    ["call to the carrier", request.trace],
    ["flowright.turn", request.trace],
  ]);
});
