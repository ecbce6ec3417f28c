import type { JobService } from "../contract/runtime.ts";
import type { Telemetry, TelemetrySpan } from "../contract/telemetry.ts";
import type { Database } from "../database/open-database.ts";
import type { Turns } from "../turns/dispatcher.ts";
import type { TurnRequest } from "../turns/turn-request.ts";
import { spanContextOf, traceparentOf, tracesOfJobs } from "./traces-of-jobs.ts";

/** Jobs whose trace this process remembers, so that it need not be read where a worker of its own takes them. */
const MOST = 10_000;
/** Kinds and statuses of spans, as OpenTelemetry numbers them. */
const INTERNAL = 0;
const CONSUMER = 4;
const ERROR = 2;

export interface Tracing {
  turns(turns: Turns): Turns;
  jobs<Service extends JobService>(jobs: Service): Service;
}

/**
 * Spans from the request over the turn and the job that it made to the worker and the turn that its answer makes. A
 * turn belongs to what is active when its command is given, or to the job that it answers. A job carries its trace in
 * its row, so that a worker of another process goes on with it; case and job are attributes of every span.
 */
export function createTracing({ trace, context }: Telemetry, database: Database): Tracing {
  const tracer = trace.getTracer("flowright");
  const kept = new Map<string, unknown>();
  const keep = (job: string, within: unknown) => {
    kept.delete(job);
    kept.set(job, within);
    if (kept.size > MOST) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  const begin = (
    name: string,
    kind: number,
    parent: unknown,
    attributes: { [name: string]: string | number },
  ): { readonly span: TelemetrySpan; readonly within: unknown } => {
    const span = tracer.startSpan(name, { kind, attributes }, parent as never);
    return { span, within: trace.setSpan(parent as never, span as never) };
  };

  /** The trace that another process wrote to the job; null where it has none or cannot be read now. */
  async function storedFor(id: string): Promise<unknown> {
    const traces = await tracesOfJobs(database, [id]).catch(() => null);
    const spanContext = spanContextOf(traces?.get(id) ?? "");
    return spanContext && trace.setSpanContext(context.active() as never, spanContext as never);
  }

  function submit<Answer>(turns: Turns, request: TurnRequest<Answer>) {
    const { target, tenant, job } = request;
    const answered = target.kind === "instance" && job !== undefined ? `${target.id}.${job}` : null;
    const parent = (answered === null ? undefined : kept.get(answered)) ?? context.active();
    if (answered !== null) kept.delete(answered);
    const { span, within } = begin("flowright.turn", INTERNAL, parent, {
      "flowright.workspace": tenant,
      ...(target.kind === "instance"
        ? { "flowright.case": target.id }
        : { "flowright.flow": target.definitionId }),
    });
    const traced: TurnRequest<Answer> = {
      ...request,
      traceparent: traceparentOf(span),
      decide: (view) => {
        const decided = request.decide(view);
        if (decided.ok) span.setAttribute("flowright.command", decided.value.kind);
        return decided;
      },
      answer: (done) => {
        span.setAttribute("flowright.case", done.instance.id);
        span.setAttribute("flowright.flow", done.instance.definitionId);
        for (const effect of done.effects)
          if (effect.kind === "job.create") keep(`${done.instance.id}.${effect.job}`, within);
        return request.answer(done);
      },
    };
    return turns.submit(traced).then((result) => {
      if (!result.ok) {
        const { status, problem } = result.refusal;
        span.setAttribute("flowright.refused", problem.code);
        if (status >= 500) span.setStatus({ code: ERROR, message: problem.message.en });
      }
      span.end();
      return result;
    });
  }

  return {
    turns: (turns) => ({ ...turns, submit: (request) => submit(turns, request) }),
    jobs: (jobs) => ({
      ...jobs,
      activate: async (caller, body, gone) => {
        const activated = await jobs.activate(caller, body, gone);
        // The jobs are taken: without their trace they are still carried out.
        const traces = await tracesOfJobs(
          database,
          activated.map(({ id }) => id),
        ).catch(() => new Map<string, string>());
        return activated.map((job) => {
          const traceparent = traces.get(job.id);
          return traceparent === undefined ? job : { ...job, traceparent };
        });
      },
      work: (type, handler, options) =>
        jobs.work(
          type,
          async (job) => {
            const parent = kept.get(job.id) ?? (await storedFor(job.id)) ?? context.active();
            const { span, within } = begin(`flowright.job ${type}`, CONSUMER, parent, {
              "flowright.workspace": job.tenant,
              "flowright.case": job.instanceId,
              "flowright.job": job.id,
              "flowright.step": job.node,
              "flowright.attempt": job.attempt,
            });
            // The turn that its answer makes belongs to it.
            keep(job.id, within);
            try {
              const outcome = await (context.with(within as never, () => handler(job)) as ReturnType<
                typeof handler
              >);
              if (!outcome.ok) span.setStatus({ code: ERROR, message: outcome.message });
              return outcome;
            } catch (error) {
              span.setStatus({ code: ERROR, message: String(error) });
              throw error;
            } finally {
              span.end();
            }
          },
          options,
        ),
    }),
  };
}
