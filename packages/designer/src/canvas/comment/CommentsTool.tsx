import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import { useCommentsHost } from "./comments-host.ts";

/** The button in the toolbar that shows the comments, with how many are new; not there where none are kept. */
export function CommentsTool() {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const host = useCommentsHost();
  const { listOpen } = useCanvasUi((state) => state.threads);
  if (!host) return null;
  const count = host.comments.filter(({ unread }) => unread).length;
  const name = count > 0 ? t("withUnread", { count }) : t("comments");
  return (
    <button
      type="button"
      className="fw-button fw-comments-tool"
      aria-label={name}
      title={name}
      aria-pressed={listOpen}
      onClick={() => ui.getState().set({ threads: { listOpen: !listOpen, open: null } })}
    >
      <Icon name="comment" size={18} />
      {count > 0 && (
        <span className="fw-tool-count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
