import type { Node } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import { catcherOf } from "./catchers.ts";
import type { Chain } from "./chain.ts";
import { drawnInsideChoice } from "./drawn-inside-choice.ts";
import { type Lines, remove } from "./lines.ts";
import { type Choose, clear, type World } from "./world.ts";

/** Ends, and what is thrown to those around. */
export class Throwing {
  /** Ends that were reached more than once, or that stopped others without being drawn inside a choice. */
  readonly improper = new Set<string>();
  readonly #flow: Flow;
  readonly #lines: Lines;

  constructor(flow: Flow, lines: Lines) {
    this.#flow = flow;
    this.#lines = lines;
  }

  end(chain: Chain, world: World, node: Extract<Node, { kind: "end" }>, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const result = node.result ?? { type: "none" };
    if (room.ends.includes(node.id)) this.improper.add(node.id);
    else room.ends = [...room.ends, node.id].sort();
    if (result.type === "error") {
      this.error(chain, world, result.code, choose);
      return;
    }
    if (result.type === "escalation" && this.escalate(chain, result.code, choose)) return;
    remove(room, piece);
    if (result.type === "terminate") {
      const open = room.tokens.length > 0 || Object.keys(room.counted).length > 0;
      if (open && !drawnInsideChoice(this.#flow, node.id)) this.improper.add(node.id);
      clear(room);
    }
    if (result.type === "cancel") this.#cancelTransaction(chain, choose);
  }

  /** An error that nobody catches ends the case. */
  error(chain: Chain, world: World, code: string, choose: Choose): void {
    const catcher = catcherOf(this.#flow, chain, "error", code);
    if (catcher === null) world.over = "failed";
    else if ("sub" in catcher) this.#lines.begin(catcher.room, catcher.sub);
    else {
      const boundary = { ...catcher.boundary, interrupting: true };
      this.#lines.boundary(catcher.room, catcher.piece, boundary, choose);
    }
  }

  /** Gives whether the thrower was cancelled. What does not interrupt is told at most once. */
  escalate(chain: Chain, code: string, choose: Choose): boolean {
    const catcher = catcherOf(this.#flow, chain, "escalation", code);
    if (catcher === null) return false;
    if ("sub" in catcher) {
      if (catcher.room.fired.includes(catcher.sub.id)) return false;
      this.#lines.begin(catcher.room, catcher.sub);
      return this.#flow.startIn(this.#flow.place(catcher.sub.id))?.interrupting !== false;
    }
    const { room, piece, boundary } = catcher;
    if (boundary.interrupting === false && piece.fired?.includes(boundary.id)) return false;
    this.#lines.boundary(room, piece, boundary, choose);
    return boundary.interrupting !== false;
  }

  #cancelTransaction(chain: Chain, choose: Choose): void {
    const holder = chain.findLast(({ piece }) => this.#flow.node(piece.at).kind === "transaction");
    if (holder === undefined) return;
    const { room, piece } = holder;
    const boundary = this.#flow.boundaries(piece.at).find(({ event }) => event.type === "cancel");
    if (boundary) this.#lines.boundary(room, piece, { ...boundary, interrupting: true }, choose);
    else this.#lines.complete(room, piece, this.#flow.outgoing(piece.at), choose);
  }
}
