import { textOf } from "@flowright/definition";
import { useMemo } from "react";
import { connect } from "../../model/command/structure/connect.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { canConnect } from "../../model/rule/can-connect.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";
import { useDesignerStore } from "../../store-context.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";

/** Letters typed within so many milliseconds are one beginning of a name. */
const TYPED_TOGETHER = 800;

/** Drawing a line by keyboard: arrows or the beginning of a name go to a step that it may lead to, Enter draws it. */
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
      const words = inBothLanguages(CANVAS_TEXTS, key, (language) => ({
        name: node ? textOf(node.name, language) || elementTypeOf(node).name[language] : id,
      }));
      store.getState().notify("info", words);
    };
    const targets = (source: string) => {
      const { definition } = store.getState();
      return readingOrder(definition).filter((id) => canConnect(definition, source, id) === true);
    };
    const isCalled = (id: string, text: string) => {
      const node = indexOf(store.getState().definition).nodes.get(id)?.node;
      return (
        node !== undefined &&
        [
          textOf(node.name, "en"),
          textOf(node.name, "zh-CN"),
          ...Object.values(elementTypeOf(node).name),
        ].some((name) => name.toLowerCase().startsWith(text.toLowerCase()))
      );
    };
    let typed = { text: "", at: 0 };
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
        } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
          // Letters go to the next step whose name begins with what was typed, as in a list of the system.
          typed = {
            text: (event.timeStamp - typed.at < TYPED_TOGETHER ? typed.text : "") + event.key,
            at: event.timeStamp,
          };
          const onward = [...all.slice(at + (typed.text.length > 1 ? 0 : 1)), ...all];
          const target = onward.find((id) => isCalled(id, typed.text));
          if (target !== undefined) {
            ui.getState().set({ linking: { source: now.source, target } });
            say("linkTarget", target);
          }
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
