import type { DeskAnswer, DeskQuestion } from "./desk-messages.ts";

/** Runs in a worker: says that it is there, and answers one question after the other. */
export function serveDesk<Question, Answer>(answerTo: (question: Question) => Answer): void {
  addEventListener("message", ({ data }: MessageEvent<DeskQuestion<Question>>) => {
    tell({ number: data.number, answer: answerTo(data.question) });
  });
  tell({ ready: true });
}

function tell(answer: DeskAnswer<unknown>): void {
  postMessage(answer);
}
