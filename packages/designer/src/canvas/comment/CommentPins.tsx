import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import { useCommentsHost } from "./comments-host.ts";
import { pinPlace, threadsOf } from "./threads-of.ts";

/** A pin for each open thread, where it stands on the canvas. */
export function CommentPins() {
  const host = useCommentsHost();
  return host && host.comments.length > 0 ? <Pins comments={host.comments} nameOf={host.nameOf} /> : null;
}

function Pins({
  comments,
  nameOf,
}: Pick<NonNullable<ReturnType<typeof useCommentsHost>>, "comments" | "nameOf">) {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const definition = useDesigner((state) => state.definition);
  const wanted = useCanvasUi((state) => state.ground);
  const open = useCanvasUi((state) => state.threads.open);
  const drawn = drawnOf(definition, groundOf(definition, wanted));
  const threads = useMemo(() => threadsOf(comments, definition), [comments, definition]);
  return (
    <ViewportPortal>
      {threads.map(({ first, replies, unread }) => {
        const at = first.place && first.resolvedAt === null ? pinPlace(drawn, first.place) : null;
        if (!at) return null;
        const words = t("pin", { name: nameOf(first.by), text: first.text.slice(0, 80) });
        const answers =
          replies.length === 0
            ? ""
            : ` · ${replies.length === 1 ? t("oneAnswer") : t("answers", { count: replies.length })}`;
        const name = `${words}${answers}`;
        return (
          <button
            key={first.id}
            type="button"
            className="fw-pin nodrag nopan"
            data-unread={unread || undefined}
            data-count={replies.length > 0 ? replies.length + 1 : undefined}
            data-open={(open && "thread" in open && open.thread === first.id) || undefined}
            aria-label={unread ? `${t("unread")} · ${name}` : name}
            title={name}
            style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-6px, -100%)` }}
            onClick={(event) => {
              event.stopPropagation();
              ui.getState().set({ threads: { listOpen: true, open: { thread: first.id } } });
            }}
          >
            <Icon name="comment" size={16} />
          </button>
        );
      })}
    </ViewportPortal>
  );
}
