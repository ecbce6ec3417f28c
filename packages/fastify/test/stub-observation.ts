import type { Runtime } from "@flowright/runtime";

const measured = { add: () => undefined, observe: () => undefined };

/** Observes nothing, and tells of one alarm. */
export const stubObservation = {
  metrics: {
    counter: () => measured,
    histogram: () => measured,
    gauge: () => undefined,
    text: async () => "flowright_turns_total 7\n",
  },
  alarms: () => [{ code: "clock.skew", since: "2026-01-02T03:04:05.000Z", params: {} }],
} as unknown as Runtime["observation"];
