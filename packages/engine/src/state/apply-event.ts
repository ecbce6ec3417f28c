import type { EngineEvent } from "../contract/event.ts";
import { INSTANCE } from "./apply/apply-instance.ts";
import { OUTSIDE } from "./apply/apply-outside.ts";
import { SCOPES } from "./apply/apply-scopes.ts";
import { TASKS } from "./apply/apply-tasks.ts";
import { TOKENS } from "./apply/apply-tokens.ts";
import type { Applying } from "./apply/applying.ts";
import type { Draft } from "./draft.ts";

export { ROOT_SCOPE } from "./apply/apply-instance.ts";
export { arrivalsAt, restAt } from "./apply/arrivals.ts";

/** What each event does to the state. A step changes its state by nothing else, so the events give it again. */
const apply: Applying<EngineEvent["kind"]> = { ...INSTANCE, ...TOKENS, ...TASKS, ...OUTSIDE, ...SCOPES };

/** Changes the draft by one event. */
export function applyEvent(draft: Draft, event: EngineEvent): void {
  const change = apply[event.kind] as (draft: Draft, event: EngineEvent) => void;
  change(draft, event);
}
