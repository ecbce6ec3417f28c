import { arrangeWith } from "#arrange";
import { arranged } from "../model/geometry/arranged.ts";
import { tidiedPlaces } from "../model/geometry/tidied-places.ts";
import type { LayoutAnswer, LayoutQuestion } from "./layout-messages.ts";

arrangeWith(arranged);

/** Runs in a worker: answers one question after the other. */
addEventListener("message", ({ data }: MessageEvent<LayoutQuestion>) => {
  const { number, definition, only } = data;
  const answer: LayoutAnswer = { number, places: [...tidiedPlaces(definition, only)] };
  postMessage(answer);
});
