/**
 * The live feed: one WebSocket, topics `tasks` (of the signed-in person), `instance:<id>`,
 * `definition:<id>` (numbers of a flow), `drafts:<id>`. The feed says what changed; the data is read by HTTP.
 */
export type LiveRequest =
  | { kind: "subscribe"; topic: string; since?: string }
  | { kind: "unsubscribe"; topic: string }
  | { kind: "ping" };

export type LiveMessage =
  | { kind: "subscribed"; topic: string; position: string }
  | { kind: "delta"; topic: string; position: string; changes: LiveChange[] }
  | { kind: "reset"; topic: string; position: string }
  | {
      kind: "error";
      topic?: string;
      code: string;
      message: { en: string; "zh-CN": string };
      fix: { en: string; "zh-CN": string };
    }
  | { kind: "pong" };

export type LiveChange =
  | {
      kind: "task.opened";
      task: string;
      name: string | { en?: string; "zh-CN"?: string };
      instanceId: string;
    }
  | { kind: "task.closed"; task: string; instanceId: string }
  | { kind: "instance.changed"; instanceId: string; seq: number }
  | { kind: "definition.published"; definitionId: string; version: number }
  | { kind: "draft.saved"; definitionId: string; revision: string; by: string }
  | { kind: "comments.changed"; definitionId: string; by: string };
