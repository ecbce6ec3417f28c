import { textOf } from "@flowright/definition";
import { useMemo } from "react";
import { connect } from "../../model/command/structure/connect.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { canConnect } from "../../model/rule/can-connect.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";
import { useDesignerStore } from "../../store-context.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";

/** Drawing a line by keyboard: arrows go through the steps that it may lead to, Enter draws it. */
export interface Linking {
  begin(source: string): void;
  /** True if the key was for this. */
  key(event: KeyboardEvent): boolean;
}

export function useLinking(): Linking {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useMemo(() => {
    const say = (key: "linking" | "linkTarget" | "noTargets", id: string) => {
      const node = indexOf(store.getState().definition).nodes.get(id)?.node;
      const text = (language: "en" | "zh-CN") =>
        textsOf(CANVAS_TEXTS, language)(key, {
          name: node ? textOf(node.name, language) || elementTypeOf(node).name[language] : id,
        });
      store.getState().notify("info", { en: text("en"), "zh-CN": text("zh-CN") });
    };
    const targets = (source: string) => {
      const { definition } = store.getState();
      return readingOrder(definition).filter((id) => canConnect(definition, source, id) === true);
    };
    return {
      begin(source) {
        const first = targets(source)[0];
        if (first === undefined) {
          say("noTargets", source);
          return;
        }
        ui.getState().set({ linking: { source, target: first } });
        say("linking", source);
      },
      key(event) {
        const now = ui.getState().linking;
        if (!now) return false;
        const all = targets(now.source);
        const at = all.indexOf(now.target ?? "");
        const step =
          event.key === "ArrowRight" || event.key === "ArrowDown"
            ? 1
            : event.key === "ArrowLeft" || event.key === "ArrowUp"
              ? -1
              : 0;
        if (step !== 0) {
          const target = all[(at + step + all.length) % all.length] ?? null;
          ui.getState().set({ linking: { source: now.source, target } });
          if (target !== null) say("linkTarget", target);
        } else if (event.key === "Enter" && now.target !== null) {
          ui.getState().set({ linking: null });
          store.getState().run(connect(now.source, now.target));
        } else if (event.key === "Escape" || event.key === "Tab") {
          ui.getState().set({ linking: null });
        }
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
    };
  }, [store, ui]);
}
