import type { Problem } from "@flowright/definition";

/** What of one step, line or flow other tools do not see. */
export interface StepLoss {
  readonly step: string;
  /** Properties by their paths, such as `form` or `trigger/message/key`. */
  readonly settings: readonly string[];
}

/** Of what an export tells: what only we read, by step in their order, and everything else. */
export function lossesByStep(report: readonly Problem[]): {
  readonly steps: readonly StepLoss[];
  readonly others: readonly Problem[];
} {
  const steps = new Map<string, string[]>();
  const others = report.filter(({ code, params }) => {
    const { step, setting } = params;
    if (code !== "export.only-here" || step === undefined || setting === undefined) return true;
    const settings = steps.get(String(step)) ?? [];
    settings.push(String(setting));
    steps.set(String(step), settings);
    return false;
  });
  return { steps: [...steps].map(([step, settings]) => ({ step, settings })), others };
}
