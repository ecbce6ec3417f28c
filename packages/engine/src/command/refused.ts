import type { Problem } from "@flowright/definition";

/** Why a command was refused, or null where it was carried out. A refusal comes before the first event. */
export type Refused = Problem | null;
