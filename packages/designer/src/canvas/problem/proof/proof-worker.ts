import { prove } from "@flowright/engine";
import type { ProofAnswer, ProofQuestion } from "./proof-messages.ts";

/** Runs in a worker: says that it is there, and answers one question after the other. */
addEventListener("message", ({ data }: MessageEvent<ProofQuestion>) => {
  const { number, definition } = data;
  const { findings } = prove(definition);
  tell({ number, findings });
});

function tell(answer: ProofAnswer): void {
  postMessage(answer);
}

tell({ ready: true });
