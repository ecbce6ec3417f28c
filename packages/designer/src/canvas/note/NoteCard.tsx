import type { DrawingNote } from "@flowright/definition";
import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { GRID, type Place } from "../../model/geometry/size-of.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { isComposing } from "../keys/composing.ts";
import { useLexicon } from "../use-lexicon.ts";
import { NoteText } from "./NoteText.tsx";
import { changeNote, removeNote } from "./note-commands.ts";
import { NOTE_TEXTS } from "./note-texts.ts";

const COLOURS = ["paper", "grey", "blue", "teal", "amber", "purple", "pink"] as const;

/** A note on the ground: read, written, moved, coloured, tied to a step. */
export function NoteCard({ note, place }: { readonly note: DrawingNote; readonly place: Place }) {
  const t = useTexts(NOTE_TEXTS);
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const found = useCanvasUi((state) => state.found);
  const [editing, setEditing] = useState(note.text === "" && !readOnly);
  const { at, grip } = useNoteDrag(note.id, place);
  const card = useRef<HTMLElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => card.current?.focus({ preventScroll: true }));
  };
  return (
    <article
      ref={card}
      className="fw-note nodrag nopan nowheel"
      data-note={note.id}
      data-colour={note.colour}
      data-found={found.ids.includes(note.id) ? (found.at === note.id ? "at" : "also") : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a note is reached by Tab to be read and edited
      tabIndex={0}
      aria-label={t("noteOf", { text: note.text === "" ? t("empty") : note.text.slice(0, 120) })}
      style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: place.width, minHeight: place.height }}
      onDoubleClick={() => !readOnly && setEditing(true)}
      onKeyDown={(event) => {
        if (isComposing(event) || event.target !== card.current || readOnly) return;
        if (event.key === "Enter" || event.key === "F2") setEditing(true);
        else if (event.key === "Delete" || event.key === "Backspace")
          store.getState().run(removeNote(note.id));
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {!readOnly && (
        <div className="fw-note-head">
          <button
            type="button"
            className="fw-note-grip"
            aria-label={t("move")}
            title={t("moveHelp")}
            {...grip}
          >
            <Icon name="grip" size={14} />
          </button>
          {!editing && (
            <button
              type="button"
              className="fw-note-edit"
              aria-label={t("edit")}
              title={t("edit")}
              onClick={() => setEditing(true)}
            >
              <Icon name="more" size={16} />
            </button>
          )}
        </div>
      )}
      {editing ? (
        <NoteEditor note={note} onDone={close} />
      ) : note.text === "" ? (
        <p className="fw-note-empty">{t("empty")}</p>
      ) : (
        <NoteText text={note.text} />
      )}
    </article>
  );
}

function NoteEditor({ note, onDone }: { readonly note: DrawingNote; readonly onDone: () => void }) {
  const t = useTexts(NOTE_TEXTS);
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const lexicon = useLexicon();
  const area = useRef<HTMLTextAreaElement>(null);
  const { nodes } = indexOf(definition);
  const change = (patch: Parameters<typeof changeNote>[1]) =>
    store.getState().run(changeNote(note.id, patch));
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the fields
    <div
      className="fw-note-editor"
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        event.stopPropagation();
        const done = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!done) return;
        event.preventDefault();
        onDone();
      }}
    >
      <textarea
        ref={area}
        aria-label={t("text")}
        placeholder={t("empty")}
        rows={5}
        maxLength={20_000}
        value={note.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <p className="fw-note-hint">{t("hint")}</p>
      <fieldset className="fw-note-colours">
        <legend className="fw-hidden">{t("colour")}</legend>
        {COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            data-colour={colour === "paper" ? undefined : colour}
            aria-label={t(colour)}
            title={t(colour)}
            aria-pressed={(note.colour ?? "paper") === colour}
            onClick={() => change({ colour: colour === "paper" ? undefined : colour })}
          />
        ))}
      </fieldset>
      <label className="fw-note-about">
        <span>{t("about")}</span>
        <select
          value={note.about?.[0] ?? ""}
          onChange={(event) =>
            change(
              event.target.value === ""
                ? { about: undefined, inTasks: undefined }
                : { about: [event.target.value] },
            )
          }
        >
          <option value="">{t("onGround")}</option>
          {[...new Set([...readingOrder(definition), ...nodes.keys()])].map((id) => (
            <option key={id} value={id}>
              {stepName(nodes.get(id)?.node, lexicon)}
            </option>
          ))}
        </select>
      </label>
      {(note.about ?? []).length > 0 && (
        <label className="fw-note-tasks">
          <input
            type="checkbox"
            checked={note.inTasks === true}
            onChange={(event) => change({ inTasks: event.target.checked ? true : undefined })}
          />
          <span>{t("inTasks")}</span>
        </label>
      )}
      <div className="fw-note-tools">
        <button
          type="button"
          className="fw-button"
          aria-label={t("remove")}
          title={t("remove")}
          onClick={() => store.getState().run(removeNote(note.id))}
        >
          <Icon name="trash" size={16} />
        </button>
        <button type="button" className="fw-button fw-primary" onClick={onDone}>
          {t("done")}
        </button>
      </div>
    </div>
  );
}

/** Moves a note by its grip: by pointer with one step of the history for each drag, or by the arrow keys. */
function useNoteDrag(id: string, place: Place) {
  const store = useDesignerStore();
  const flow = useReactFlow();
  const [by, setBy] = useState<{ x: number; y: number } | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const moveTo = (x: number, y: number) =>
    store.getState().run(changeNote(id, { position: { x: onGrid(x), y: onGrid(y) } }));
  const distance = (event: PointerEvent) => {
    const start = from.current ?? { x: event.clientX, y: event.clientY };
    const zoom = flow.getZoom();
    return { x: (event.clientX - start.x) / zoom, y: (event.clientY - start.y) / zoom };
  };
  const stop = () => {
    from.current = null;
    setBy(null);
  };
  const grip = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current) setBy(distance(event));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (from.current) {
        const moved = distance(event);
        if (Math.abs(moved.x) + Math.abs(moved.y) > 3) moveTo(place.x + moved.x, place.y + moved.y);
      }
      stop();
    },
    onPointerCancel: stop,
    onKeyDown: (event: KeyboardEvent) => {
      const far = event.shiftKey ? GRID * 5 : GRID;
      const to = {
        ArrowLeft: { x: -far, y: 0 },
        ArrowRight: { x: far, y: 0 },
        ArrowUp: { x: 0, y: -far },
        ArrowDown: { x: 0, y: far },
      }[event.key];
      if (event.key === "Escape") stop();
      if (!to) return;
      event.preventDefault();
      event.stopPropagation();
      moveTo(place.x + to.x, place.y + to.y);
    },
  };
  return { at: { x: place.x + (by?.x ?? 0), y: place.y + (by?.y ?? 0) }, grip };
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}
