import type { Turn } from "../turn.ts";

/** Asks the conditions that are waited for, where case data changed since they were asked. */
export function askConditions(_turn: Turn): void {}
