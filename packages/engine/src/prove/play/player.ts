import { isContainer, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import type { EngineEvent } from "../../contract/event.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { InstanceState } from "../../contract/state.ts";
import type { Program } from "../../program/program.ts";
import { offersOf, type Wait, waitsOf } from "../../state/read-state.ts";
import { step } from "../../step.ts";
import type { ProofMove } from "../proof.ts";
import { AT_ONCE, HOLD, isStop } from "./steered-definition.ts";

const CONTEXT = {
  now: "2026-01-05T01:00:00.000Z",
  membersOf: () => [],
  limits: { steps: 2_000, tokens: 500 },
};
/** A code that no flow catches by name. */
const OTHER_CODE = "other-error";

const MOST_HELD = 100;

/** Makes moves in the engine, in a case that begins with the first of them. */
export class Player {
  state: InstanceState | null = null;
  readonly #program: Program;
  readonly #nodes: ReadonlyMap<string, { readonly node: Node; readonly container: Node | null }>;

  constructor(definition: WorkflowDefinition, program: Program) {
    this.#program = program;
    this.#nodes = new Map([...nodesOf(definition)].map((placed) => [placed.node.id, placed]));
  }

  /** Plays a move; where nothing stands at its place, once more when blocks that are held have gone on. */
  play(move: ProofMove, later: readonly ProofMove[]): readonly EngineEvent[] {
    const events = this.tryMove(move);
    if (events.length > 0 || move.do === "take" || move.do === "cancel") return events;
    const released = this.release(later);
    return released.length > 0 ? [...released, ...this.tryMove(move)] : [];
  }

  /** Lets blocks go on that are held at their beginning, but those that an event still comes to, and those they open. */
  release(later: readonly ProofMove[]): EngineEvent[] {
    const awaited = new Set(later.flatMap(({ node }) => this.#hostOf(node) ?? []));
    const events: EngineEvent[] = [];
    for (let round = 0; round < MOST_HELD; round++) {
      const hold = this.#waits().find(
        ({ kind, node }) =>
          kind === "task" && node.endsWith(HOLD) && !awaited.has(node.slice(0, -HOLD.length)),
      );
      if (!hold) break;
      events.push(...this.#do(completing(hold, undefined)));
    }
    return events;
  }

  /** What stands and only waits to be let on: by the tasks of the played copy that no drawing has. */
  holds(): Wait[] {
    return this.#waits().filter(
      ({ kind, node, announced }) =>
        kind === "task" &&
        !announced &&
        (isStop(node) || AT_ONCE.has(this.#nodes.get(node)?.node.kind ?? "start")),
    );
  }

  /** Lets a token on; the data are what the player says as it goes. */
  letOn(hold: Wait, data: JsonObject = {}): readonly EngineEvent[] {
    return this.#do(completing(hold, undefined, data));
  }

  /** Plays a move where something stands at its place; gives nothing elsewhere. */
  tryMove(move: ProofMove): readonly EngineEvent[] {
    switch (move.do) {
      case "start":
        return this.#do({ kind: "instance.start", variables: {}, by: "player" });
      case "take":
      case "cancel":
        return [];
      case "complete":
        return this.#complete(move.node, move.outcome);
      case "error":
        return this.#fail(move.node);
      case "escalation":
        return this.#escalate(move.node);
      default:
        return this.#happen(move.node);
    }
  }

  #do(command: Command | null): readonly EngineEvent[] {
    if (command === null || (this.state === null && command.kind !== "instance.start")) return [];
    const result = step(this.#program, this.state, command, CONTEXT);
    if (!result.ok) return [];
    this.state = result.state;
    return result.events;
  }

  #waits(): Wait[] {
    return this.state ? waitsOf(this.state) : [];
  }

  #complete(node: string, outcome: string | undefined): readonly EngineEvent[] {
    const wait = this.#waits().find((one) => one.node === node && !one.announced);
    if (wait?.kind === "message") return this.#happen(node);
    if (wait) return this.#do(completing(wait, outcome));
    const offers = this.state ? offersOf(this.#program, this.state) : [];
    const offer = offers.find((one) => one.node === node);
    if (offer) {
      const begun = this.#do({ kind: "adHoc.start", scope: offer.scope, node, by: "player" });
      return [...begun, ...this.#complete(node, outcome)];
    }
    const scope = Object.entries(this.state?.scopes ?? {}).find(([, one]) => one.node === node)?.[0];
    if (scope === undefined || this.#nodes.get(node)?.node.kind !== "adHoc") return [];
    return this.#do({ kind: "adHoc.finish", scope: Number(scope), by: "player" });
  }

  /** What an event waits for. */
  #happen(node: string): readonly EngineEvent[] {
    const wait = this.#waits().find(
      (one) => one.node === node && (one.kind === "timer" || one.kind === "message"),
    );
    if (wait?.kind === "timer") return this.#do({ kind: "timer.fire", timer: wait.id });
    if (!wait) return [];
    const message = { name: node, key: null, id: `${wait.id}`, data: {} };
    return this.#do({ kind: "message.deliver", subscription: wait.id, message });
  }

  /** Work that an event watches over fails; where an end has thrown the error already, nothing is left to do. */
  #fail(event: string): readonly EngineEvent[] {
    const watched = this.#watchedBy(event);
    const wait = this.#waits().find(
      (one) => watched.has(one.node) && (one.kind === "job" || one.kind === "call"),
    );
    if (!wait) return [];
    const code = this.#codeOf(event) ?? OTHER_CODE;
    const message = "played";
    if (wait.kind === "job") return this.#do({ kind: "job.fail", job: wait.id, code, message });
    return this.#do({ kind: "call.fail", call: wait.id, code, message });
  }

  #escalate(event: string): readonly EngineEvent[] {
    const watched = this.#watchedBy(event);
    const wait = this.#waits().find((one) => watched.has(one.node) && one.kind === "call");
    if (!wait) return [];
    const code = this.#codeOf(event) ?? OTHER_CODE;
    return this.#do({ kind: "call.escalate", call: wait.id, code, message: "played" });
  }

  #hostOf(event: string): string | undefined {
    const node = this.#nodes.get(event)?.node;
    return node?.kind === "boundary" ? node.attachedTo : undefined;
  }

  #codeOf(event: string): string | undefined {
    const node = this.#nodes.get(event)?.node;
    const caught = node?.kind === "boundary" ? node.event : node?.kind === "start" ? node.trigger : undefined;
    return caught && "code" in caught ? caught.code : undefined;
  }

  /** The nodes that an event watches over: its host with all inside, or the scope around an event sub-process. */
  #watchedBy(event: string): Set<string> {
    const placed = this.#nodes.get(event);
    const listener = placed?.node.kind === "start" ? placed.container : null;
    const around = listener && this.#nodes.get(listener.id)?.container;
    if (listener && !around) return new Set(this.#nodes.keys());
    const host =
      around ?? (placed?.node.kind === "boundary" ? this.#nodes.get(placed.node.attachedTo)?.node : null);
    if (!host) return new Set();
    const inside = isContainer(host) ? [...nodesOf(host)].map(({ node }) => node.id) : [];
    return new Set([host.id, ...inside]);
  }
}

function completing({ kind, id }: Wait, outcome: string | undefined, data: JsonObject = {}): Command | null {
  const by = "player";
  switch (kind) {
    case "task":
      return { kind: "task.complete", task: id, by, data, ...(outcome === undefined ? {} : { outcome }) };
    case "job":
      return { kind: "job.complete", job: id, result: {} };
    case "call":
      return { kind: "call.complete", call: id, result: {} };
    default:
      return null;
  }
}
