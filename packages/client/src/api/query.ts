import type { InstanceStatus } from "./instance.ts";
import type { TaskBox } from "./task.ts";

/** Which page of a list. */
export interface PageQuery {
  /** `next` of the page before. @maxLength 500 */
  cursor?: string;
  /** Default 50. @asType integer @minimum 1 @maximum 200 */
  limit?: number;
}

export interface ListInstances extends PageQuery {
  /** @maxLength 200 */
  definitionId?: string;
  /** @asType integer @minimum 1 @maximum 2147483647 */
  version?: number;
  status?: InstanceStatus;
  /** Cases with a token waiting at this node. @maxLength 200 */
  node?: string;
  incident?: boolean;
  overdue?: boolean;
  /** Started by the signed-in person. */
  startedByMe?: boolean;
  /** Number, business key, title or person. @maxLength 200 */
  search?: string;
}

export interface ListTasks extends PageQuery {
  /** Default `mine`. */
  box?: TaskBox;
  /** Case number, business key, title or person. @maxLength 200 */
  search?: string;
  /** @maxLength 200 */
  definitionId?: string;
  /** @maxLength 200 */
  instanceId?: string;
}

export interface ListIncidents extends PageQuery {
  /** Unresolved ones alone. */
  open?: boolean;
  /** @maxLength 200 */
  instanceId?: string;
}

export interface ListBatchItems extends PageQuery {
  status?: "waiting" | "done" | "failed";
}

export interface StatsQuery {
  /** Default: the latest. @asType integer @minimum 1 @maximum 2147483647 */
  version?: number;
}
