import { findNode, type Node } from "@flowright/definition";
import type { Command, JobCreate, JsonObject, TaskOpen } from "@flowright/engine";
import type { AloneCase, World } from "../../alone/world.ts";
import type { KnownNodes } from "../flow/known-nodes.ts";
import type { FormStub, JobStub } from "../stub/stubs.ts";

/** Whoever starts cases and operates on them. */
export const OPERATOR = "starter";

/** Those who have a role in a run: as many as any approval by this role may need. */
export function membersOf(role: string, most: number): string[] {
  return Array.from({ length: most }, (_, index) => (index === 0 ? role : `${role}-${index + 1}`));
}

/** Who does a task: whoever has it, else the first of those who may. */
export function whoDoes({ assignee, candidates }: TaskOpen): string {
  return assignee ?? candidates.people[0] ?? candidates.roles[0] ?? OPERATOR;
}

/** A task as done, with everything that must be said about it. */
export function taskCommand(
  one: AloneCase,
  task: TaskOpen,
  { data = {}, outcome, comment }: FormStub,
): Command {
  const node = findNode(one.flow.definition, task.node)?.node;
  const approval = task.type === "approval";
  const decided = approval ? (outcome ?? "approved") : outcome;
  const reason = comment ?? (approval ? "-" : undefined);
  return {
    kind: "task.complete",
    task: task.task,
    by: whoDoes(task),
    data,
    ...(decided === undefined ? {} : { outcome: decided }),
    ...(reason === undefined ? {} : { comment: reason }),
    checked: itemsOf(node),
  };
}

function itemsOf(node: Node | undefined): string[] {
  const items = node !== undefined && "checklist" in node ? (node.checklist ?? []) : [];
  return items.map(({ id }) => id);
}

/** What a system answers, as the engine's command. */
export function jobCommand(job: number, { result = {}, error }: JobStub): Command {
  if (error === undefined) return { kind: "job.complete", job, result };
  const { code, message = code ?? "failed" } = error;
  return { kind: "job.fail", job, message, ...(code === undefined ? {} : { code }) };
}

/** Answers the call that stands for a step; a message that the step would have sent goes out now. */
export function answerJob(
  world: World,
  one: AloneCase,
  job: JobCreate,
  stub: JobStub,
  known: KnownNodes,
): void {
  const node = known.node(one.flow.definition.id, job.node);
  world.command(one, jobCommand(job.job, stub));
  if (node?.kind !== "sendTask" || stub.error !== undefined) return;
  const { key = null, data = {} } = job.input as { readonly key?: string; readonly data?: JsonObject };
  world.message({ name: node.message.name, key: key === null ? null : String(key), data });
}
