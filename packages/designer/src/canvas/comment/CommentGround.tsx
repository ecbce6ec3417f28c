import { useReactFlow } from "@xyflow/react";
import { type PointerEvent, useEffect, useRef } from "react";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesignerStore } from "../../store-context.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { useLexicon } from "../use-lexicon.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import { type CommentPlace, useCommentsHost } from "./comments-host.ts";
import { pinPlace } from "./threads-of.ts";

/** While `M` is on: the next click says what is commented on. With something selected, that is it. */
export function CommentGround() {
  const commenting = useCanvasUi((state) => state.commenting);
  return commenting && <Ground />;
}

function Ground() {
  const t = useTexts(COMMENT_TEXTS);
  const host = useCommentsHost();
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const lexicon = useLexicon();
  const cover = useRef<HTMLDivElement>(null);
  const mayWrite = host?.mayWrite === true;

  const begin = (id: string | null, client: { x: number; y: number } | null) => {
    const { definition } = store.getState();
    const drawn = drawnOf(definition, groundOf(definition, ui.getState().ground));
    const { nodes, edges } = indexOf(definition);
    const at = client && ui.getState().view === "canvas" ? flow.screenToFlowPosition(client) : null;
    let place: CommentPlace = { on: null, called: "", x: at?.x ?? 0, y: at?.y ?? 0 };
    if (id !== null && (nodes.has(id) || edges.has(id))) {
      const target = nodes.get(edges.get(id)?.edge.target ?? id)?.node;
      const corner = pinPlace(drawn, { on: id, called: "", x: 0, y: 0 });
      const box = nodes.has(id) ? absolutePlace(drawn, id) : null;
      place = {
        on: id,
        called: stepName(target, lexicon).slice(0, 300),
        x: at && corner ? at.x - corner.x : (box?.width ?? 0),
        y: at && corner ? at.y - corner.y : 0,
      };
    }
    ui.getState().set({ commenting: false, threads: { listOpen: true, open: { begin: place } } });
  };

  // Runs once: the selection at the moment of the key counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what it reads it would begin a comment again at every selection
  useEffect(() => {
    const { selection, definition, notify } = store.getState();
    if (!mayWrite) {
      notify("refusal", inBothLanguages(COMMENT_TEXTS, "noHost"));
      ui.getState().set({ commenting: false });
      return;
    }
    const { nodes, edges } = indexOf(definition);
    const only = selection.length === 1 ? (selection[0] ?? null) : null;
    if (only !== null && (nodes.has(only) || edges.has(only))) begin(only, null);
    else notify("info", inBothLanguages(COMMENT_TEXTS, "mode"));
  }, []);

  const clicked = (event: PointerEvent) => {
    const below = document
      .elementsFromPoint(event.clientX, event.clientY)
      .filter((element) => element !== cover.current);
    const hit = below
      .map((element) => element.closest<HTMLElement>(".react-flow__node, .react-flow__edge, [data-stop]"))
      .find((element) => element !== null);
    const id = hit?.dataset["id"] ?? hit?.dataset["stop"] ?? null;
    begin(id, { x: event.clientX, y: event.clientY });
  };
  return (
    <div
      ref={cover}
      className="fw-comment-ground"
      title={t("mode")}
      onPointerUp={clicked}
      aria-hidden="true"
    />
  );
}
