import type { EngineEvent } from "../contract/event.ts";
import type { InstanceState } from "../contract/state.ts";
import { applyEvent } from "./apply-event.ts";
import { draftOf } from "./draft.ts";
import { stored } from "./waiting-steps.ts";

/** The state that a whole history of events leads to; null without events. */
export function fold(events: readonly EngineEvent[]): InstanceState | null {
  if (events.length === 0) return null;
  const draft = draftOf(null);
  for (const event of events) applyEvent(draft, event);
  return stored(draft);
}
