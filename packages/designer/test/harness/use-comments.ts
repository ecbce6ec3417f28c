import { useMemo, useState } from "react";
import type { CommentsHost, DrawingComment } from "../../src/index.ts";

/** Comments kept in the page: Lin reads and writes, Wang has written one before. */
export function useComments(kept: boolean): CommentsHost | null {
  const [comments, setComments] = useState<readonly DrawingComment[]>(() => [
    comment("old", "wang", "Why twice?", {
      place: { on: "gone", called: "Old check", x: 0, y: 0 },
      unread: true,
    }),
  ]);
  return useMemo(() => {
    if (!kept) return null;
    const each = (id: string, change: (one: DrawingComment) => DrawingComment) =>
      setComments((all) => all.map((one) => (one.id === id ? change(one) : one)));
    return {
      comments,
      me: "lin",
      mayWrite: true,
      nameOf: (user) => user.charAt(0).toUpperCase() + user.slice(1),
      add: async ({ text, thread, place }) => {
        const made = comment(`c${Math.random()}`, "lin", text, {
          thread: thread ?? null,
          place: place ?? null,
        });
        setComments((all) => [...all, made]);
        return made;
      },
      change: async (id, { text, resolved }) =>
        each(id, (one) => ({
          ...one,
          ...(text === undefined ? {} : { text, editedAt: one.at }),
          ...(resolved === undefined
            ? {}
            : { resolvedAt: resolved ? one.at : null, resolvedBy: resolved ? "lin" : null }),
        })),
      remove: async (id) => setComments((all) => all.filter((one) => one.id !== id)),
      seen: () => setComments((all) => all.map((one) => ({ ...one, unread: false }))),
    };
  }, [kept, comments]);
}

function comment(id: string, by: string, text: string, more: Partial<DrawingComment>): DrawingComment {
  return {
    id,
    by,
    text,
    thread: null,
    place: null,
    at: "2026-11-25T08:00:00Z",
    editedAt: null,
    deleted: false,
    resolvedAt: null,
    resolvedBy: null,
    unread: false,
    ...more,
  };
}
