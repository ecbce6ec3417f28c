import type { MessageCode } from "./messages.ts";
import { type MessageParams, say } from "./say.ts";

/**
 * Something the person who runs the program has to know or mend: a port in use, a data folder in use, a wrong
 * setting. It is printed as one plain sentence without a stack; anything else that is thrown is a bug.
 */
export class ProgramProblem extends Error {
  readonly code: MessageCode;
  readonly params: MessageParams;

  constructor(code: MessageCode, params: MessageParams = {}) {
    super(say(code, params));
    this.name = "ProgramProblem";
    this.code = code;
    this.params = params;
  }
}
