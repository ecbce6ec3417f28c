import type { Result, Runtime } from "@flowright/runtime";
import { AnswerLost, type Copies } from "../world/network.ts";
import type { Surroundings } from "./shop.ts";

/**
 * How a command ended for its client. A refusal speaks of its own request: `sure` says that no other request of the
 * same command was under way beside it, which could still have been carried out.
 */
export type Ending<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly code: string; readonly sure: boolean };

/** Sends a command until a server answers it for good, as every client with an idempotency key may. */
export async function insist<Answer>(
  { network, random, over }: Surroundings,
  work: (runtime: Runtime) => Promise<Result<Answer>>,
): Promise<Ending<Answer> | null> {
  const copies: Copies = { sent: 0, underWay: 0 };
  while (!over()) {
    const before = { ...copies };
    try {
      const result = await network.insistent(work, copies);
      if (result.ok) return { kind: "done", answer: result.value };
      const { status, problem } = result.refusal;
      const sure = before.underWay === 0 && copies.sent === before.sent + 1;
      if (status !== 503) return { kind: "refused", code: problem.code, sure };
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
