import { type LocalizedText, textOf, type WorkflowDefinition } from "@flowright/definition";
import type { Lexicon } from "../../diagram/words/lexicon.ts";
import { quietLine } from "../../diagram/words/quiet-line.ts";
import { edgeLabel } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";

import { fitOf, type Spell, searchable } from "./found-words.ts";

/** In what the words were found. */
export type FoundIn = "name" | "who" | "field" | "expression" | "note";

export interface FlowHit {
  /** Of a step, a line or a note. */
  readonly id: string;
  readonly in: FoundIn;
  /** The words that hold what was searched for. */
  readonly words: string;
}

interface Entry extends FlowHit {
  readonly forms: readonly string[];
}

/** Keys whose texts say what something is, not what it is called. */
const NO_WORDS = new Set([
  ...["id", "kind", "type", "name", "documentation", "position", "nodes", "edges", "attachedTo"],
  ...["form", "source", "target", "format", "mode", "loop", "collapsed", "goal", "jobType"],
]);

const known = new WeakMap<WorkflowDefinition, { by: Lexicon; spell: Spell | null; entries: Entry[] }>();

/**
 * Everything of a flow that holds the words, one hit for each step, line or note, in reading order. Names are looked
 * through in both languages, Chinese ones also by pinyin and by initials.
 */
export function findInFlow(
  definition: WorkflowDefinition,
  query: string,
  lexicon: Lexicon,
  spell: Spell | null,
): readonly FlowHit[] {
  if (query.trim() === "") return [];
  const hits = new Map<string, { hit: FlowHit; fit: number }>();
  for (const { forms, ...hit } of entriesOf(definition, lexicon, spell)) {
    const fit = fitOf(forms, query);
    const before = hits.get(hit.id);
    if (fit !== null && (!before || fit < before.fit)) hits.set(hit.id, { hit, fit });
  }
  return [...hits.values()].map(({ hit }) => hit);
}

function entriesOf(definition: WorkflowDefinition, lexicon: Lexicon, spell: Spell | null): Entry[] {
  const before = known.get(definition);
  if (before?.by === lexicon && before.spell === spell) return before.entries;
  const entries: Entry[] = [];
  const add = (id: string, where: FoundIn, words: string) => {
    if (words.trim() !== "") entries.push({ id, in: where, words, forms: searchable(words, spell) });
  };
  const { nodes, outgoing, edges } = indexOf(definition);
  const lines = new Set<string>();
  const line = (id: string) => {
    const edge = edges.get(id)?.edge;
    if (!edge || lines.has(id)) return;
    lines.add(id);
    for (const words of both(edge.name)) add(id, "name", words);
    add(id, "expression", edgeLabel(edge, lexicon));
    add(id, "expression", edge.condition ?? "");
  };
  for (const id of new Set([...readingOrder(definition), ...nodes.keys()])) {
    const node = nodes.get(id)?.node;
    if (!node) continue;
    const { name } = elementTypeOf(node);
    for (const words of new Set([...both(node.name), name.en, name["zh-CN"]])) add(id, "name", words);
    add(id, "who", quietLine(node, lexicon));
    for (const words of both(node.documentation)) add(id, "note", words);
    if ("form" in node) {
      for (const words of fieldWords(node.form, lexicon, definition)) add(id, "field", words);
    }
    for (const words of texts(node)) add(id, "expression", words);
    for (const edge of outgoing.get(id) ?? []) line(edge.id);
  }
  for (const id of edges.keys()) line(id);
  for (const note of definition.drawing?.notes ?? []) add(note.id, "note", note.text);
  known.set(definition, { by: lexicon, spell, entries });
  return entries;
}

function both(text: LocalizedText | undefined): readonly string[] {
  return text === undefined ? [] : [...new Set([textOf(text, "en"), textOf(text, "zh-CN")])];
}

/** The titles and paths of the fields that a form shows; a form may be named and stand elsewhere. */
function fieldWords(form: unknown, lexicon: Lexicon, definition: WorkflowDefinition): string[] {
  const own = typeof form === "string" ? definition.forms?.find(({ id }) => id === form) : form;
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (typeof value === "object" && value !== null) {
      const { field, label, ...rest } = value as { field?: unknown; label?: LocalizedText };
      if (typeof field === "string") words.push(field, lexicon.field(field));
      words.push(...both(label));
      visit(Object.values(rest));
    }
  };
  visit(own);
  return words;
}

/** Every other text of a step: conditions, values, messages, people, systems. */
function texts(node: object): string[] {
  return Object.entries(node).flatMap(([key, value]): string[] => {
    if (!Array.isArray(node) && NO_WORDS.has(key)) return [];
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? texts(value) : [];
  });
}
