import type { DeskAnswer, DeskQuestion } from "./desk-messages.ts";

/** Runs in a worker: says that it is there, and answers one question after the other. */
export function serveDesk<Question, Answer>(
  answerTo: (question: Question) => Answer | Promise<Answer>,
): void {
  addEventListener("message", ({ data }: MessageEvent<DeskQuestion<Question>>) => {
    const { number } = data;
    void Promise.resolve(answerTo(data.question)).then((answer) => tell({ number, answer }));
  });
  tell({ ready: true });
}

function tell(answer: DeskAnswer<unknown>): void {
  postMessage(answer);
}
