import type { OpenTask } from "../../contract/state.ts";
import type { Draft } from "../draft.ts";
import { withRow } from "../table.ts";
import { type Applying, change, issued, type Of, rowsLeft } from "./applying.ts";

export const TASKS: Applying<
  | "task.opened"
  | "task.claimed"
  | "task.released"
  | "task.transferred"
  | "task.completed"
  | "task.returned"
  | "task.cancelled"
  | "approval.decided"
  | "approval.person-added"
  | "approval.person-removed"
> = {
  "task.opened": (draft, event) => {
    issued(draft, event.task);
    if (event.waitsFor === undefined) putTask(draft, event.token, event.task, opened(event));
    else change(draft, event.token, (waits) => ({ ...waits, ahead: { ...waits.ahead, task: event.task } }));
  },
  "task.claimed": (draft, event) => assign(draft, event.token, event.task, event.by),
  "task.released": (draft, event) => assign(draft, event.token, event.task, null),
  "task.transferred": (draft, event) => assign(draft, event.token, event.task, event.to),
  "task.completed": (draft, event) => dropTask(draft, event.token, event.task),
  "task.returned": (draft, event) => {
    dropTask(draft, event.token, event.task);
    change(draft, event.token, ({ votes: _, ...waits }) => waits);
  },
  "task.cancelled": (draft, event) => dropTask(draft, event.token, event.task),
  "approval.decided": (draft, event) =>
    change(draft, event.token, (waits) => ({
      ...waits,
      votes: { ...waits.votes, [event.by]: event.decision },
    })),
  "approval.person-added": (draft, event) => ask(draft, event, (people) => [...people, event.person]),
  "approval.person-removed": (draft, event) =>
    ask(draft, event, (people) => people.filter((person) => person !== event.person)),
};

/** A task that several may do is for others from now on; it belongs to nobody who was removed, and to the last one left. */
function ask(
  draft: Draft,
  event: Of<"approval.person-added" | "approval.person-removed">,
  change: (people: readonly string[]) => readonly string[],
): void {
  const { task } = event;
  const open = task === undefined ? undefined : draft.tokens[event.token ?? -1]?.w?.tasks?.[task];
  if (task === undefined || open === undefined) return;
  const { t, roles, people: before = [] } = open;
  const people = change(before);
  const [only] = people.length === 1 && roles === undefined ? people : [];
  const { assignee: holder } = open;
  // Whoever was the only one had it for that reason alone, unless it was given to him from elsewhere.
  const alone = roles === undefined && before.length === 1 && holder === before[0];
  const removed = event.kind === "approval.person-removed" && holder === event.person;
  const assignee = alone || removed ? only : (holder ?? only);
  putTask(draft, event.token, task, {
    t,
    ...(assignee === undefined ? {} : { assignee }),
    ...(roles === undefined ? {} : { roles }),
    ...(people.length === 0 ? {} : { people }),
  });
}

function opened({ type, assignee, candidates: { roles, people } }: Of<"task.opened">): OpenTask {
  return {
    t: type === "work" ? "w" : type === "approval" ? "a" : "r",
    ...(assignee === null ? {} : { assignee }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(people.length === 0 ? {} : { people }),
  };
}

function putTask(draft: Draft, token: number | null, task: number, open: OpenTask): void {
  change(draft, token, ({ ahead: _, ...waits }) => ({ ...waits, tasks: withRow(waits.tasks, task, open) }));
}

function assign(draft: Draft, token: number | null, task: number, assignee: string | null): void {
  const open = draft.tokens[token ?? -1]?.w?.tasks?.[task];
  if (open === undefined) return;
  const { t, roles, people } = open;
  putTask(draft, token, task, {
    t,
    ...(assignee === null ? {} : { assignee }),
    ...(roles === undefined ? {} : { roles }),
    ...(people === undefined ? {} : { people }),
  });
}

function dropTask(draft: Draft, token: number | null, task: number): void {
  change(draft, token, ({ tasks, ahead, ...waits }) => ({
    ...waits,
    ...(ahead === undefined || ahead.task === task ? {} : { ahead }),
    ...rowsLeft("tasks", tasks, task),
  }));
}
