import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { expect } from "vitest";
import {
  openRun,
  type Run,
  type RunAnswer,
  type RunCommand,
  type RunOptions,
} from "../../src/headless/index.ts";

export function flow(
  id: string,
  nodes: readonly Node[],
  lines: readonly string[],
  more: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  const edges = lines.map((line): Edge => {
    const [ends = "", condition] = line.split(" if ");
    const [source = "", target = ""] = ends.split(" > ");
    const asked = condition === undefined ? {} : condition === "else" ? { default: true } : { condition };
    return { id: `${source}-${target}`, source, target, ...asked };
  });
  return { schema: "flowright/workflow/v1", id, name: id, nodes: [...nodes], edges, ...more };
}

export const start: Node = { id: "s", kind: "start" };
export const end = (id = "e"): Node => ({ id, kind: "end" });
export const task = (id: string): Node => ({ id, kind: "userTask", who: { type: "initiator" } });
export const service = (id: string): Node => ({ id, kind: "serviceTask", jobType: "work" });
export const boundary = (
  id: string,
  attachedTo: string,
  event: Extract<Node, { kind: "boundary" }>["event"],
  interrupting = true,
): Node => ({ id, kind: "boundary", attachedTo, event, interrupting });

/** A run that nothing happens in by itself, unless it is said. */
export class RunUnderTest {
  readonly run: Run;

  constructor(definitions: WorkflowDefinition | readonly WorkflowDefinition[], options: RunOptions = {}) {
    const all = Array.isArray(definitions) ? definitions : [definitions as WorkflowDefinition];
    const opened = openRun(all, { tasks: "wait", ...options });
    if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message.en).join("\n"));
    this.run = opened.run;
  }

  /** Carries out what must be accepted; gives the names of what happened, with their steps. */
  do(command: RunCommand): string[] {
    const answer = this.run.answer(command);
    expect(answer.problem).toBeUndefined();
    return answer.events.map(({ event, node }) => (node === undefined ? event : `${event} ${node}`));
  }

  advance(by: string): void {
    expect(this.run.advance(by).problem).toBeUndefined();
  }

  /** Carries out what must be refused, with nothing changed; gives the code. */
  refused(command: unknown): string | undefined {
    const before = JSON.stringify(this.stateNow());
    const answer = this.run.answer(command);
    expect(answer.events).toEqual([]);
    expect(JSON.stringify(this.stateNow())).toBe(before);
    const { problem } = answer;
    for (const text of [problem?.message, problem?.fix])
      for (const said of Object.values(text ?? {})) expect(said).not.toMatch(/\{[a-z]+\}|undefined/i);
    return problem?.code;
  }

  stateNow(): NonNullable<RunAnswer["more"]> {
    return (this.run.answer({ do: "state" }).more?.state ?? {}) as NonNullable<RunAnswer["more"]>;
  }

  /** What is waited for: `step: for what`. */
  waiting(): string[] {
    return this.run.waiting().map((wait) => `${wait.node}: ${wait.for}`);
  }

  state(): string {
    return this.run.summary().state;
  }
}
