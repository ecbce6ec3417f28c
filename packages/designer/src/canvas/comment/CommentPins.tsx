import { ViewportPortal } from "@xyflow/react";
import { Fragment, useMemo } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import { type CommentsHost, useCommentsHost } from "./comments-host.ts";
import { PinnedThread } from "./PinnedThread.tsx";
import { pinPlace, threadsOf } from "./threads-of.ts";

/** A pin for each open thread, where it stands on the canvas. */
export function CommentPins() {
  const host = useCommentsHost();
  return host && host.comments.length > 0 ? <Pins host={host} /> : null;
}

function Pins({ host }: { readonly host: CommentsHost }) {
  const { comments, nameOf } = host;
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const definition = useDesigner((state) => state.definition);
  const wanted = useCanvasUi((state) => state.ground);
  const { open, listOpen } = useCanvasUi((state) => state.threads);
  const drawn = drawnOf(definition, groundOf(definition, wanted));
  const threads = useMemo(() => threadsOf(comments, definition), [comments, definition]);
  return (
    <ViewportPortal>
      {threads.map((thread) => {
        const { first, replies, unread } = thread;
        const at = first.place && first.resolvedAt === null ? pinPlace(drawn, first.place) : null;
        if (!at) return null;
        const words = t("pin", { name: nameOf(first.by), text: first.text.slice(0, 80) });
        const answers =
          replies.length === 0
            ? ""
            : ` · ${replies.length === 1 ? t("oneAnswer") : t("answers", { count: replies.length })}`;
        const name = `${words}${answers}`;
        const isOpen = open !== null && "thread" in open && open.thread === first.id;
        return (
          <Fragment key={first.id}>
            <button
              type="button"
              className="fw-pin nodrag nopan"
              data-unread={unread || undefined}
              data-count={replies.length > 0 ? replies.length + 1 : undefined}
              data-open={isOpen || undefined}
              aria-label={unread ? `${t("unread")} · ${name}` : name}
              title={name}
              style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-6px, -100%)` }}
              onClick={(event) => {
                event.stopPropagation();
                // Beside its pin, or in the list where that is open.
                ui.getState().set({ threads: { listOpen, open: isOpen ? null : { thread: first.id } } });
              }}
            >
              <Icon name="comment" size={16} />
            </button>
            {isOpen && !listOpen && (
              <PinnedThread
                thread={thread}
                host={host}
                at={at}
                name={name}
                lastUnread={unread && threads.every((other) => other === thread || !other.unread)}
              />
            )}
          </Fragment>
        );
      })}
    </ViewportPortal>
  );
}
