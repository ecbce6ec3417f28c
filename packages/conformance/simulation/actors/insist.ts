import type { Result, Runtime } from "@flowright/runtime";
import { AnswerLost } from "../world/network.ts";
import type { Surroundings } from "./shop.ts";

/** How a command ended for its client; `sure`: a refusal came although it had been sent only once. */
export type Ending<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly code: string; readonly sure: boolean };

/** Sends a command until a server answers it for good, as every client with an idempotency key may. */
export async function insist<Answer>(
  { network, random, over }: Surroundings,
  work: (runtime: Runtime) => Promise<Result<Answer>>,
): Promise<Ending<Answer> | null> {
  for (let tries = 1; !over(); tries++) {
    try {
      const result = await network.insistent(work);
      if (result.ok) return { kind: "done", answer: result.value };
      const { status, problem } = result.refusal;
      if (status !== 503) return { kind: "refused", code: problem.code, sure: tries === 1 };
    } catch (error) {
      if (!(error instanceof AnswerLost)) throw error;
    }
    await network.pause(random.between(20, 600));
  }
  return null;
}

/** Sends a command once; null where its end is not known. */
export async function once<Answer>(
  { network }: Surroundings,
  work: (runtime: Runtime) => Promise<Result<Answer>>,
): Promise<Ending<Answer> | null> {
  try {
    const result = await network.request(work);
    if (result.ok) return { kind: "done", answer: result.value };
    const { status, problem } = result.refusal;
    return status === 503 ? null : { kind: "refused", code: problem.code, sure: true };
  } catch (error) {
    if (error instanceof AnswerLost) return null;
    throw error;
  }
}
