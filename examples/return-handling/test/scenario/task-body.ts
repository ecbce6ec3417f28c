import type { CompleteTask, JsonObject } from "@flowright/client";
import type { ScenarioServices } from "@flowright/scenarios";

type TaskStep = Parameters<ScenarioServices["finishTask"]>[1];

/** What the scenario says and nothing more: what is left out is not the same as what is empty. */
export function taskBody({ data, comment, checked }: TaskStep): Omit<CompleteTask, "outcome"> {
  return {
    ...(data === undefined ? {} : { data: data as JsonObject }),
    ...(comment === undefined ? {} : { comment }),
    ...(checked === undefined ? {} : { checked: [...checked] }),
  };
}
