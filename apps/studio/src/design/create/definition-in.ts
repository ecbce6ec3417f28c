import { type Problem, parseDefinition, type WorkflowDefinition } from "@flowright/definition";
import { isDrawable } from "../edit/is-drawable.ts";

const LARGEST = 5_000_000;

export interface OpenedText {
  /** Null where the text is no flow that can be drawn. */
  readonly definition: WorkflowDefinition | null;
  readonly problems: readonly Problem[];
  readonly failure?: "fileTooLarge" | "fileUnreadable" | "fileIsTemplate";
}

/** A text with problems is opened all the same if it can be drawn: the designer shows them. */
export function definitionIn(text: string): OpenedText {
  if (text.length > LARGEST) return { definition: null, problems: [], failure: "fileTooLarge" };
  if (/^\s*\{\s*"schema"\s*:\s*"flowright\/(step-)?template\//.test(text)) {
    return { definition: null, problems: [], failure: "fileIsTemplate" };
  }
  const { definition, problems } = parseDefinition(text);
  return { definition: isDrawable(definition) ? definition : null, problems };
}

/** The same of a file. */
export async function definitionInFile(file: File): Promise<OpenedText> {
  if (file.size > LARGEST) return { definition: null, problems: [], failure: "fileTooLarge" };
  try {
    return definitionIn(await file.text());
  } catch {
    return { definition: null, problems: [], failure: "fileUnreadable" };
  }
}
