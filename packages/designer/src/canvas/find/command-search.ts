import type { BilingualText } from "@flowright/definition";

/** Something that the hosting page can lead to: a flow, a case. */
export interface CommandResult {
  readonly id: string;
  readonly label: string;
  readonly about?: string | undefined;
  run(): void;
}

export interface CommandGroup {
  readonly id: string;
  readonly name: BilingualText;
  readonly results: readonly CommandResult[];
}

/** Asked while somebody types into the palette of commands; an aborted question needs no answer. */
export type CommandSearch = (query: string, signal: AbortSignal) => Promise<readonly CommandGroup[]>;
