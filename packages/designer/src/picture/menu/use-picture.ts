import { textOf } from "@flowright/definition";
import { useCallback } from "react";
import { useDesignerStore } from "../../store-context.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { fileName, pngOf, saved } from "./picture-file.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";

export type PictureWish = "copy" | "savePng" | "saveSvg";

/**
 * Gives the picture of the flow, painted from the document and in light colours whatever the page wears. What went wrong
 * is said, never thrown.
 */
export function usePicture(): (wish: PictureWish) => Promise<void> {
  const store = useDesignerStore();
  return useCallback(
    async (wish) => {
      const { notify } = store.getState();
      const say = (tone: "info" | "refusal", text: "copied" | "notCopied" | "tooLarge") =>
        notify(tone, inBothLanguages(PICTURE_TEXTS, text));
      if (wish === "copy") {
        try {
          // The browser wants the item while the click still counts, and the content when it is there.
          const png = painted(store.getState()).then(pngOf);
          await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
          say("info", "copied");
        } catch {
          say("refusal", "notCopied");
        }
        return;
      }
      const { definition, language } = store.getState();
      const svg = await painted(store.getState());
      const name = textOf(definition.name, language) || definition.id;
      if (wish === "saveSvg") return saved(new Blob([svg], { type: "image/svg+xml" }), fileName(name, "svg"));
      try {
        saved(await pngOf(svg), fileName(name, "png"));
      } catch {
        say("refusal", "tooLarge");
      }
    },
    [store],
  );
}

/** The painter comes when it is first needed. */
async function painted(state: ReturnType<ReturnType<typeof useDesignerStore>["getState"]>): Promise<string> {
  const { definition, language, people, roles, systems, flows, decisions } = state;
  const { flowPicture } = await import("../flow-picture.ts");
  return flowPicture(definition, {
    language,
    names: { people, roles, systems, flows: flows ?? undefined, decisions: decisions ?? undefined },
  });
}
