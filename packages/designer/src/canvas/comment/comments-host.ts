import { createContext, useContext } from "react";

/** Where a comment stands: at a step or line (then `x`, `y` count from its corner), or on the ground. */
export interface CommentPlace {
  readonly on: string | null;
  readonly called: string;
  readonly x: number;
  readonly y: number;
}

/** A comment on the drawing, or an answer to one. */
export interface DrawingComment {
  readonly id: string;
  /** The comment that this one answers. */
  readonly thread: string | null;
  readonly place: CommentPlace | null;
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly unread: boolean;
}

/** What the hosting page does for comments; each change resolves when it is kept, and rejects with what to say. */
export interface CommentsHost {
  /** Threads in the order they were begun, each followed by its answers. */
  readonly comments: readonly DrawingComment[];
  /** User name of the reader. */
  readonly me: string;
  /** Whether the reader may write, or only read. */
  readonly mayWrite: boolean;
  nameOf(user: string): string;
  add(what: { text: string; thread?: string; place?: CommentPlace }): Promise<unknown>;
  change(id: string, what: { text?: string; resolved?: boolean }): Promise<unknown>;
  remove(id: string): Promise<unknown>;
  /** The list was looked at: nothing is unread any more. */
  seen(): void;
}

const HostContext = createContext<CommentsHost | null>(null);
export const CommentsHostProvider = HostContext.Provider;

/** Null where the page keeps no comments. */
export function useCommentsHost(): CommentsHost | null {
  return useContext(HostContext);
}
