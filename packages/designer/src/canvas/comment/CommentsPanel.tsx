import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { useShowPlace } from "../find/use-show-place.ts";
import { isComposing } from "../keys/composing.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";
import { type CommentPlace, type CommentsHost, useCommentsHost } from "./comments-host.ts";
import { OpenThread } from "./OpenThread.tsx";
import { type Thread, threadsOf } from "./threads-of.ts";
import { WriteComment } from "./WriteComment.tsx";

/** The list of comments beside the flow; the thread that is read is open in it. */
export function CommentsPanel() {
  const host = useCommentsHost();
  // While a place is chosen the flow is to be seen, on a phone above all.
  const shown = useCanvasUi((state) => state.threads.listOpen && !state.commenting);
  return host && shown ? <Panel host={host} /> : null;
}

function Panel({ host }: { readonly host: CommentsHost }) {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const definition = useDesigner((state) => state.definition);
  const open = useCanvasUi((state) => state.threads.open);
  const [withResolved, setWithResolved] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const threads = useMemo(() => threadsOf(host.comments, definition), [host.comments, definition]);
  const openId = open && "thread" in open ? open.thread : null;
  const resolved = threads.filter(({ first }) => first.resolvedAt !== null);
  const listed = threads.filter(
    ({ first }) => withResolved || first.resolvedAt === null || first.id === openId,
  );
  // Whoever closes the list has seen it.
  const { seen } = host;
  const unread = threads.some((thread) => thread.unread);
  useEffect(() => {
    if (unread) return () => seen();
    return undefined;
  }, [unread, seen]);
  useEffect(() => {
    if (openId !== null) {
      panel.current
        ?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(openId)}"]`)
        ?.scrollIntoView({ block: "nearest" });
    }
  }, [openId]);
  const close = () => ui.getState().set({ threads: { listOpen: false, open: null } });
  return (
    <aside
      ref={panel}
      className="fw-comments"
      aria-label={t("comments")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2>{t("comments")}</h2>
        {host.mayWrite && (
          <button type="button" className="fw-button" onClick={() => ui.getState().set({ commenting: true })}>
            <Icon name="plus" size={16} />
            <span>{t("add")}</span>
          </button>
        )}
        <button
          type="button"
          className="fw-button"
          aria-label={t("close")}
          title={t("close")}
          onClick={close}
        >
          <Icon name="close" size={16} />
        </button>
      </header>
      <div className="fw-comments-scroll">
        {open && "begin" in open && <Begin host={host} place={open.begin} />}
        {listed.length === 0 && !(open && "begin" in open) && (
          <p className="fw-comments-none">{t(threads.length > 0 ? "noneOpen" : "none")}</p>
        )}
        <ul>
          {listed.map((thread) => (
            <li key={thread.first.id} data-thread={thread.first.id}>
              <ThreadHead thread={thread} host={host} open={thread.first.id === openId} />
              {thread.first.id === openId && <OpenThread thread={thread} host={host} />}
            </li>
          ))}
        </ul>
        {resolved.length > 0 && (
          <label className="fw-comments-resolved">
            <input
              type="checkbox"
              checked={withResolved}
              onChange={(event) => setWithResolved(event.target.checked)}
            />
            <span>{t("showResolved", { count: resolved.length })}</span>
          </label>
        )}
      </div>
    </aside>
  );
}

function Begin({ host, place }: { readonly host: CommentsHost; readonly place: CommentPlace }) {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const back = () => ui.getState().set({ threads: { listOpen: true, open: null } });
  return (
    <section className="fw-comment-begin" aria-label={t("begin")}>
      <p className="fw-comment-where">
        <Where place={place} />
      </p>
      <WriteComment
        label={t("write")}
        send={t("send")}
        onSend={async (text) => {
          const made = (await host.add({ text, place })) as { id?: unknown } | undefined;
          const id = typeof made?.id === "string" ? made.id : null;
          ui.getState().set({ threads: { listOpen: true, open: id === null ? null : { thread: id } } });
        }}
        onCancel={back}
      />
    </section>
  );
}

function ThreadHead({
  thread,
  host,
  open,
}: {
  readonly thread: Thread;
  readonly host: CommentsHost;
  readonly open: boolean;
}) {
  const t = useTexts(COMMENT_TEXTS);
  const ui = useCanvasUiStore();
  const show = useShowPlace();
  const { first, replies, unread, removed } = thread;
  return (
    <button
      type="button"
      className="fw-thread-head"
      aria-expanded={open}
      data-resolved={first.resolvedAt !== null || undefined}
      onClick={() => {
        ui.getState().set({ threads: { listOpen: true, open: open ? null : { thread: first.id } } });
        if (!open && first.place?.on && !removed) show(first.place.on);
      }}
    >
      <span className="fw-comment-where" data-removed={removed || undefined}>
        {unread && <span className="fw-unread">{t("unread")}</span>}
        {first.place && (removed ? t("gone", { name: first.place.called }) : <Where place={first.place} />)}
      </span>
      {!open && (
        <>
          <span className="fw-thread-text">{first.deleted ? t("deleted") : first.text}</span>
          <span className="fw-thread-facts">
            {host.nameOf(first.by)}
            {replies.length > 0 &&
              ` · ${replies.length === 1 ? t("oneAnswer") : t("answers", { count: replies.length })}`}
          </span>
        </>
      )}
    </button>
  );
}

/** What a comment stands at, by the name that it has now. */
function Where({ place }: { readonly place: CommentPlace }): ReactNode {
  const t = useTexts(COMMENT_TEXTS);
  const isLine = useDesigner(
    ({ definition }) => place.on !== null && indexOf(definition).edges.has(place.on),
  );
  if (place.on === null) return t("onGround");
  return t(isLine ? "onLine" : "on", { name: place.called });
}
