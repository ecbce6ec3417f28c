import type { BilingualText } from "@flowright/definition";
import type { Command } from "../../model/command/command.ts";
import type { PROBLEM_TEXTS } from "./problem-texts.ts";

/** A way to mend a problem with one click. */
export interface QuickFix {
  readonly text: keyof (typeof PROBLEM_TEXTS)["en"];
  /** What the text names. */
  readonly params?: BilingualText | undefined;
  readonly command: Command;
}
