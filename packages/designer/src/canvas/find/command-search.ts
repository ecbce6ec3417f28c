import type { BilingualText } from "@flowright/definition";

/** Something that the hosting page can lead to: a flow, a case. */
export interface CommandResult {
  readonly id: string;
  readonly label: string;
  readonly about?: string | undefined;
  /** What else it is found by, where the palette does the matching: its name in the other language, its id. */
  readonly words?: readonly string[] | undefined;
  run(): void;
}

export interface CommandGroup {
  readonly id: string;
  readonly name: BilingualText;
  /** Whether the page has matched the results already; else the palette does, by pinyin and initials, too. */
  readonly matched: boolean;
  readonly results: readonly CommandResult[];
}

/** Asked while somebody types into the palette of commands; an aborted question needs no answer. */
export type CommandSearch = (query: string, signal: AbortSignal) => Promise<readonly CommandGroup[]>;
