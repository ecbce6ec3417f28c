/** Where in the drawing of a flow a comment stands: at a step or line, or free on the ground. */
export interface FlowCommentPlace {
  /** Id of a step or line; null: on the ground. @maxLength 200 */
  on: string | null;
  /** What the step or line was called, for when it is gone. @maxLength 400 */
  called: string;
  /** On the ground: on the canvas of the process. At a step: relative to its corner. */
  x: number;
  y: number;
}

/** A remark on the drawing of a flow, or an answer to one. No part of the definition. */
export interface FlowComment {
  id: string;
  /** The comment that this one answers; null for the first of a thread. */
  thread: string | null;
  /** Null for answers: they stand where their thread does. */
  place: FlowCommentPlace | null;
  text: string;
  by: string;
  at: string;
  editedAt: string | null;
  /** Taken back by its author; the text is empty. */
  deleted: boolean;
  resolvedAt: string | null;
  resolvedBy: string | null;
  /** Somebody else wrote it since the reader last looked at that thread's flow. */
  unread: boolean;
}

export interface AddFlowComment {
  /** @minLength 1 @maxLength 4000 */
  text: string;
  /** Answers a thread; or else stands at a place. */
  thread?: string;
  place?: FlowCommentPlace;
}

export interface ChangeFlowComment {
  /** Only its author changes the text. @minLength 1 @maxLength 4000 */
  text?: string;
  /** Closes or opens a thread. */
  resolved?: boolean;
  /** The thread was moved by hand. */
  place?: FlowCommentPlace;
}
