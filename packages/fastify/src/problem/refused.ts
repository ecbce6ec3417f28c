import { type HttpRefusal, refuseHttp } from "./http-problems.ts";

/** Carries a refusal out of a hook or parser, where Fastify knows only exceptions, to the error handler. */
export class Refused extends Error {
  readonly refusal: HttpRefusal;
  readonly statusCode: number;

  constructor(refusal: HttpRefusal) {
    super(refusal.problem.message.en);
    this.name = "Refused";
    this.refusal = refusal;
    this.statusCode = refusal.status;
  }
}

/** A refusal of the HTTP layer, to be thrown. */
export function refused(...problem: Parameters<typeof refuseHttp>): Refused {
  return new Refused(refuseHttp(...problem).refusal);
}
