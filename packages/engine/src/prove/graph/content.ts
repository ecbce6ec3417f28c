import type { ProofMove } from "../proof.ts";

/** What a token passes on an edge of the control graph, in order. */
export type Content = Item[];

export type Item =
  | Passage
  /** One of the ways; by `exits` the whole scope can end. */
  | { readonly kind: "alt"; readonly ways: Content[]; readonly exits: readonly Content[] }
  | { readonly kind: "par"; readonly ways: Content[] }
  /** Any of the ways that are not `always`, at least one in all. */
  | {
      readonly kind: "any";
      readonly node: string | null;
      readonly ways: readonly { content: Content; always: boolean; take: string | undefined }[];
    }
  | { readonly kind: "loop"; readonly body: Content; readonly back: Content };

/** A node of the drawing that is passed. */
export interface Passage {
  readonly kind: "pass";
  readonly node: string;
  /** Work, or something that is waited for: what must not run twice at once. */
  readonly step: boolean;
  /** An end event that must be reached once only. */
  readonly end: boolean;
  /** Whether the scope may end here by an error that is caught outside. */
  readonly throws: boolean;
  readonly moves: readonly ProofMove[];
  /** Whether a token rests here until a move is made. */
  readonly waits: boolean;
}

/** Whether a token may be anything but passed through: it works, waits, ends or can leave the scope. */
export function isSilent(content: Content): boolean {
  return content.every((item) => item.kind === "pass" && !item.step && !item.end && !item.throws);
}

/** Calls for every node of a content in order, exits included. */
export function eachPassage(content: Content, visit: (passage: Passage, exit: boolean) => void): void {
  const open: [item: Item, exit: boolean][] = content.map((item): [Item, boolean] => [item, false]).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const [item, exit] = next;
    if (item.kind === "pass") visit(item, exit);
    else {
      const inner = insideOf(item).flatMap(([items, leaves]) =>
        items.map((one): [Item, boolean] => [one, exit || leaves]),
      );
      open.push(...inner.reverse());
    }
  }
}

function insideOf(item: Exclude<Item, Passage>): [Content, boolean][] {
  switch (item.kind) {
    case "alt":
      return [
        ...item.ways.map((way): [Content, boolean] => [way, false]),
        ...item.exits.map((way): [Content, boolean] => [way, true]),
      ];
    case "par":
      return item.ways.map((way) => [way, false]);
    case "any":
      return item.ways.map(({ content }) => [content, false]);
    case "loop":
      return [
        [item.body, false],
        [item.back, false],
      ];
  }
}

/** Whether the scope can end while a token is on this content. */
export function canExit(content: Content): boolean {
  let found = false;
  eachPassage(content, (passage, exit) => {
    found ||= exit || passage.throws;
  });
  return found;
}

/** The moves that pass a content by one of its ways. */
export function runOf(content: Content): ProofMove[] {
  const moves: ProofMove[] = [];
  for (const item of content) run(item, moves);
  return moves;
}

function run(item: Item, moves: ProofMove[]): void {
  switch (item.kind) {
    case "pass":
      moves.push(...item.moves);
      return;
    case "alt":
      for (const part of item.ways[0] ?? []) run(part, moves);
      return;
    case "par":
      for (const way of item.ways) for (const part of way) run(part, moves);
      return;
    case "any":
      moves.push(...takeOf(item));
      for (const { content } of item.ways) for (const part of content) run(part, moves);
      return;
    case "loop":
      for (const part of item.body) run(part, moves);
  }
}

/** The moves that come before a token rests for the first time, and those after. */
export function splitRun(content: Content): { before: ProofMove[]; after: ProofMove[]; rests: boolean } {
  const before: ProofMove[] = [];
  for (const [index, item] of content.entries()) {
    const parts = splitItem(item);
    before.push(...parts.before);
    if (parts.rests)
      return { before, after: [...parts.after, ...runOf(content.slice(index + 1))], rests: true };
  }
  return { before, after: [], rests: false };
}

function splitItem(item: Item): ReturnType<typeof splitRun> {
  switch (item.kind) {
    case "pass":
      return item.waits
        ? { before: [], after: [...item.moves], rests: true }
        : { before: [...item.moves], after: [], rests: false };
    case "alt": {
      // A token that rests here has taken a way on which one can.
      const ways = item.ways.map(splitRun);
      return ways.find(({ rests }) => rests) ?? ways[0] ?? splitRun([]);
    }
    case "loop":
      return splitRun(item.body);
    case "par":
      return together(item.ways);
    case "any": {
      const parts = together(item.ways.map(({ content }) => content));
      return { ...parts, before: [...takeOf(item), ...parts.before] };
    }
  }
}

function together(ways: readonly Content[]): ReturnType<typeof splitRun> {
  const parts = ways.map(splitRun);
  return {
    before: parts.flatMap(({ before }) => before),
    after: parts.flatMap(({ after }) => after),
    rests: parts.some(({ rests }) => rests),
  };
}

/** The move that takes all of several ways; nothing where events decide. */
function takeOf({ node, ways }: Extract<Item, { kind: "any" }>): ProofMove[] {
  const edges = ways.flatMap(({ take }) => take ?? []);
  return node === null || edges.length === 0 ? [] : [{ do: "take", node, edges }];
}

/** The moves that bring a token on this content to a node; null if the node is not on it. */
export function runTo(content: Content, node: string): ProofMove[] | null {
  const moves: ProofMove[] = [];
  for (const item of content) {
    if (item.kind === "pass") {
      if (item.node === node) return moves;
    } else {
      const inner = runInto(item, node);
      if (inner) return [...moves, ...inner];
    }
    run(item, moves);
  }
  return null;
}

function runInto(item: Exclude<Item, Passage>, node: string): ProofMove[] | null {
  switch (item.kind) {
    case "alt":
      return first([...item.ways, ...item.exits], node);
    case "par":
      return first(item.ways, node);
    case "any": {
      const inner = first(
        item.ways.map(({ content }) => content),
        node,
      );
      return inner && [...takeOf(item), ...inner];
    }
    case "loop": {
      const inside = runTo(item.body, node);
      if (inside) return inside;
      const behind = runTo(item.back, node);
      return behind ? [...runOf(item.body), ...behind] : null;
    }
  }
}

function first(ways: readonly Content[], node: string): ProofMove[] | null {
  for (const way of ways) {
    const moves = runTo(way, node);
    if (moves) return moves;
  }
  return null;
}
