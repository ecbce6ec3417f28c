import { expect, it } from "vitest";
import { generatedFlow } from "../../bench/browser-budgets/generated-flow.ts";
import { arrangedPlacesOf } from "../model/geometry/places-of.ts";
import { tidiedPlaces } from "../model/geometry/tidied-places.ts";
import type { LayoutAnswer, LayoutQuestion } from "./layout-messages.ts";
import { type LayoutHand, WorkerLayout } from "./worker-layout.ts";

const many = generatedFlow(130);
const few = generatedFlow(20);

/** A worker that answers as told, a moment later. */
function hand(reply: (question: LayoutQuestion) => LayoutAnswer | "falls over" | "silent") {
  const asked: LayoutQuestion[] = [];
  const worker: LayoutHand & { ended: boolean } = {
    onmessage: null,
    onerror: null,
    ended: false,
    terminate() {
      this.ended = true;
    },
    postMessage(message: unknown) {
      const question = message as LayoutQuestion;
      asked.push(question);
      const answer = reply(question);
      queueMicrotask(() => {
        if (answer === "falls over") {
          const event = { preventDefault: () => undefined } as unknown as ErrorEvent;
          worker.onerror?.call(worker as unknown as Worker, event);
        } else if (answer !== "silent") {
          worker.onmessage?.call(worker as unknown as Worker, { data: answer } as MessageEvent);
        }
      });
    },
  };
  return { worker, asked };
}

it("arranges few steps in the page and many in the worker, which it keeps", async () => {
  let opened = 0;
  const { worker, asked } = hand(({ number, definition, only }) => ({
    number,
    places: [...tidiedPlaces(structuredClone(definition), only)],
  }));
  const layout = new WorkerLayout(() => {
    opened += 1;
    return worker;
  });
  expect(await layout.places(few, [])).toEqual(arrangedPlacesOf(few));
  expect(opened).toBe(0);
  expect(await layout.places(many, [])).toEqual(arrangedPlacesOf(many));
  await layout.places(many, []);
  expect([opened, asked.length]).toEqual([1, 2]);
});

it("arranges in the page where there can be no worker, or where it falls over, and does not ask again", async () => {
  const none = new WorkerLayout(() => {
    throw new Error("Not allowed here");
  });
  expect(await none.places(many, [])).toEqual(arrangedPlacesOf(many));

  const { worker, asked } = hand(() => "falls over");
  const falls = new WorkerLayout(() => worker);
  expect(await falls.places(many, [])).toEqual(arrangedPlacesOf(many));
  expect(await falls.places(many, [])).toEqual(arrangedPlacesOf(many));
  expect([asked.length, worker.ended]).toEqual([1, true]);
});

it("does it in the page when the designer is closed while the worker is at it", async () => {
  const { worker } = hand(() => "silent");
  const layout = new WorkerLayout(() => worker);
  const places = layout.places(many, []);
  layout.close();
  expect(await places).toEqual(arrangedPlacesOf(many));
});
