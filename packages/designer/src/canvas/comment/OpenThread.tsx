import { useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import type { CommentsHost, DrawingComment } from "./comments-host.ts";
import type { Thread } from "./threads-of.ts";
import { WriteComment } from "./WriteComment.tsx";

/** A thread with its answers, a field for the next one, and the button that resolves it. */
export function OpenThread({ thread, host }: { readonly thread: Thread; readonly host: CommentsHost }) {
  const t = useTexts(COMMENT_TEXTS);
  const told = useTelling();
  const { first, replies } = thread;
  return (
    <div className="fw-thread">
      {[first, ...replies].map((comment) => (
        <OneComment key={comment.id} comment={comment} host={host} />
      ))}
      {first.resolvedAt !== null && (
        <p className="fw-thread-facts">
          <Icon name="check" size={14} /> {t("resolvedBy", { name: host.nameOf(first.resolvedBy ?? "") })}
        </p>
      )}
      {host.mayWrite && (
        <>
          {first.resolvedAt === null && (
            <WriteComment
              label={t("answer")}
              send={t("reply")}
              focus={false}
              onSend={(text) => host.add({ text, thread: first.id })}
            />
          )}
          {!first.deleted && (
            <button
              type="button"
              className="fw-button"
              onClick={() => told(host.change(first.id, { resolved: first.resolvedAt === null }))}
            >
              <Icon name={first.resolvedAt === null ? "check" : "restart"} size={16} />
              <span>{t(first.resolvedAt === null ? "resolve" : "reopen")}</span>
            </button>
          )}
        </>
      )}
    </div>
  );
}

function OneComment({ comment, host }: { readonly comment: DrawingComment; readonly host: CommentsHost }) {
  const t = useTexts(COMMENT_TEXTS);
  const language = useDesigner((state) => state.language);
  const told = useTelling();
  const [editing, setEditing] = useState(false);
  const mine = host.mayWrite && comment.by === host.me && !comment.deleted;
  const at = new Date(comment.at);
  return (
    <article className="fw-comment">
      <header>
        <strong>{host.nameOf(comment.by)}</strong>
        <time dateTime={comment.at}>
          {at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short", hour12: false })}
        </time>
        {comment.editedAt !== null && <span>{t("edited")}</span>}
        {comment.unread && <span className="fw-unread">{t("unread")}</span>}
      </header>
      {editing ? (
        <WriteComment
          label={t("write")}
          send={t("save")}
          text={comment.text}
          onSend={async (text) => {
            await host.change(comment.id, { text });
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className="fw-comment-text" data-deleted={comment.deleted || undefined}>
          {comment.deleted ? t("deleted") : comment.text}
        </p>
      )}
      {mine && !editing && (
        <div className="fw-comment-own">
          <button type="button" onClick={() => setEditing(true)}>
            {t("edit")}
          </button>
          <button type="button" onClick={() => told(host.remove(comment.id))}>
            {t("remove")}
          </button>
        </div>
      )}
    </article>
  );
}

/** Says what went wrong where a change was not kept. */
function useTelling(): (change: Promise<unknown>) => void {
  const store = useDesignerStore();
  return (change) => {
    change.catch((error: unknown) => {
      const words = (language: "en" | "zh-CN") =>
        COMMENT_TEXTS[language].failed.replace(
          "{reason}",
          error instanceof Error && error.message ? error.message : COMMENT_TEXTS[language].tryAgain,
        );
      store.getState().notify("refusal", { en: words("en"), "zh-CN": words("zh-CN") });
    });
  };
}
