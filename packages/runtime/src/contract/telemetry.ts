/**
 * The parts of `@opentelemetry/api` (1.x) that are used, so that its module can be given as it is:
 *
 * @example
 * import * as telemetry from "@opentelemetry/api";
 * await createRuntime({ …, telemetry });
 */
export interface Telemetry {
  readonly trace: {
    getTracer(name: string): TelemetryTracer;
    setSpan(context: never, span: never): unknown;
    setSpanContext(context: never, spanContext: never): unknown;
  };
  readonly context: {
    active(): unknown;
    with(context: never, work: () => unknown): unknown;
  };
}

export interface TelemetryTracer {
  startSpan(
    name: string,
    options?: { kind?: number; attributes?: { [name: string]: string | number | boolean } },
    context?: never,
  ): TelemetrySpan;
}

export interface TelemetrySpan {
  setAttribute(name: string, value: string): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
  /** Ids in lower-case hex, 32 and 16 digits. */
  spanContext(): { readonly traceId: string; readonly spanId: string; readonly traceFlags: number };
}
