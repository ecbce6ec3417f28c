import { useStore as useFlowStore } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { isComposing } from "../keys/composing.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import type { CommentsHost } from "./comments-host.ts";
import { OpenThread } from "./OpenThread.tsx";
import type { Thread } from "./threads-of.ts";

interface PinnedThreadProps {
  readonly thread: Thread;
  readonly host: CommentsHost;
  /** Where its pin stands on the canvas. */
  readonly at: { readonly x: number; readonly y: number };
  readonly name: string;
  /** The only one with something new in it: who closes it has seen all. */
  readonly lastUnread: boolean;
}

/** A thread read and answered beside its pin, as large on the screen at any zoom. */
export function PinnedThread({ thread, host, at, name, lastUnread }: PinnedThreadProps) {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const zoom = useFlowStore((state) => state.transform[2]);
  const box = useRef<HTMLDivElement>(null);
  const { seen } = host;
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useEffect(() => (lastUnread ? () => seen() : undefined), [lastUnread, seen]);
  const close = () => {
    ui.getState().set({ threads: { listOpen: false, open: null } });
    box.current?.parentElement?.querySelector<HTMLElement>(".fw-pin[data-open]")?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // What is typed here is not for the canvas.
    event.stopPropagation();
    if (event.key === "Escape" && !event.defaultPrevented) close();
  };
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      className="fw-pin-thread nodrag nopan nowheel"
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(${1 / zoom}) translate(28px, -28px)` }}
      onKeyDown={pressed}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <header>
        <button
          type="button"
          className="fw-button"
          onClick={() =>
            ui.getState().set({ threads: { listOpen: true, open: { thread: thread.first.id } } })
          }
        >
          <span>{t("all")}</span>
        </button>
        <button
          type="button"
          className="fw-button"
          aria-label={t("closeThread")}
          title={t("closeThread")}
          onClick={close}
        >
          <Icon name="close" size={16} />
        </button>
      </header>
      <OpenThread thread={thread} host={host} />
    </div>
  );
}
