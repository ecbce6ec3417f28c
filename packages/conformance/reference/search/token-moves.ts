import type { Node } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import { catcherOf, errorCodes } from "./catchers.ts";
import type { Chain } from "./chain.ts";
import { oneOf, severalOf, waysOn } from "./choices.ts";
import type { Lines } from "./lines.ts";
import type { Openings } from "./openings.ts";
import type { Throwing } from "./throwing.ts";
import type { Choose, World } from "./world.ts";

/** What one token may do where it stands. */
export class TokenMoves {
  readonly #flow: Flow;
  readonly #openings: Openings;
  readonly #lines: Lines;
  readonly #throwing: Throwing;
  readonly #codes: readonly string[];

  constructor(openings: Openings, lines: Lines, throwing: Throwing) {
    this.#flow = openings.flow;
    this.#openings = openings;
    this.#lines = lines;
    this.#throwing = throwing;
    this.#codes = errorCodes(openings.flow);
  }

  act(chain: Chain, world: World, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const node = this.#flow.node(piece.at);
    if (piece.along !== undefined) this.#lines.leave(room, piece, [this.#flow.edge(piece.along)], choose);
    else if (isActivity(node)) this.#activity(chain, world, node, choose);
    else if (node.kind === "end") this.#throwing.end(chain, world, node, choose);
    else this.#pass(chain, node, choose);
  }

  #pass(chain: Chain, node: Node, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const edges = this.#flow.outgoing(node.id);
    switch (node.kind) {
      case "exclusive":
        this.#lines.leave(room, piece, edges.length > 0 ? oneOf(edges, choose) : [], choose);
        return;
      case "inclusive":
      case "complex":
        this.#lines.leave(room, piece, severalOf(edges, choose), choose);
        return;
      case "eventBased": {
        const [edge] = oneOf(edges, choose);
        if (edge === undefined) return;
        this.#openings.visited.add(edge.target);
        this.#lines.leave(room, piece, this.#flow.outgoing(edge.target), choose);
        return;
      }
      case "throw":
        this.#throw(chain, node, choose);
        return;
      case "eventSubProcess":
        return;
      default:
        this.#lines.leave(room, piece, edges, choose);
    }
  }

  #throw(chain: Chain, node: Extract<Node, { kind: "throw" }>, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const link = this.#flow.linkTarget(node.id);
    if (link) this.#openings.visited.add(link.id);
    if (node.event.type === "escalation" && this.#throwing.escalate(chain, node.event.code, choose)) return;
    this.#lines.leave(room, piece, this.#flow.outgoing(link?.id ?? node.id), choose);
  }

  #activity(chain: Chain, world: World, node: Node, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    if (this.#openings.isPlan(room) && !this.#openings.mayOpen(room, node.id)) return;
    const ways: (() => void)[] = [];
    if (piece.child === undefined) {
      for (const edges of waysOn(node, this.#flow.outgoing(node.id)))
        ways.push(() => this.#lines.complete(room, piece, edges, choose));
      if (node.kind === "serviceTask" || node.kind === "callActivity") {
        for (const code of this.#codes)
          if (catcherOf(this.#flow, chain, "error", code))
            ways.push(() => this.#throwing.error(chain, world, code, choose));
      }
    }
    for (const boundary of this.#flow.boundaries(node.id)) {
      const { type } = boundary.event;
      // A called flow may tell of anything.
      const told = type === "escalation" && node.kind === "callActivity";
      if (["error", "escalation", "compensation", "cancel"].includes(type) && !told) continue;
      if (piece.fired?.includes(boundary.id)) continue;
      ways.push(() => this.#lines.boundary(room, piece, boundary, choose));
    }
    ways[ways.length > 1 ? choose(ways.length) : 0]?.();
  }
}
