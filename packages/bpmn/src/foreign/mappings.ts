import type { Mapping } from "@flowright/definition";
import { variableName } from "../import/data/variable-name.ts";
import type { Flow } from "../import/flow.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { said, ZEEBE } from "./engines.ts";
import { associatedData } from "./io-specification.ts";
import { ioOf } from "./work.ts";

const MOST = 100;
const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** What a step is given: parameters by name. */
export function inputsOf(flow: Flow, step: XmlElement): Mapping[] {
  const { inputs } = ioOf(step);
  const own = inputs.flatMap((one) => mappingOf(flow, step, one, (source) => source));
  const data = associatedData(flow, step, "dataInput").flatMap(({ name, variable, claim }) => {
    const value = variableName(flow, variable);
    if (value === undefined || !PATH.test(name)) return [];
    flow.used.add(value);
    claim(`${name} = ${value}`);
    return [{ target: name, value }];
  });
  return distinct([...own, ...data]);
}

/**
 * What of a step's answer goes into which variable. An engine names a variable of the answer; here the answer is
 * `result`. What the answer's names are computed with stays as it is only where it is a plain path.
 */
export function outputsOf(flow: Flow, step: XmlElement, answer: string | null): Mapping[] {
  const { inputs, outputs, around } = ioOf(step);
  const given = new Set(inputs.map((one) => targetOf(one)?.value.trim()));
  const own = outputs.flatMap((one) =>
    mappingOf(flow, step, one, (source) => {
      const root = source.split(".")[0] ?? "";
      return answer === null || given.has(root) || !PATH.test(source) ? source : `${answer}.${source}`;
    }),
  );
  const data = associatedData(flow, step, "dataOutput").flatMap(({ name, variable, claim }) => {
    const target = variableName(flow, variable);
    if (target === undefined || !PATH.test(name) || answer === null) return [];
    flow.used.add(target);
    claim(`${target} = ${answer}.${name}`);
    return [{ target, value: `${answer}.${name}` }];
  });
  for (const each of around) flow.file.ledger.translated(each, each.name, "input, output");
  for (const { target } of own) flow.used.add(target.split(".")[0] ?? target);
  return distinct([...own, ...data]);
}

function mappingOf(
  flow: Flow,
  step: XmlElement,
  mapping: XmlElement,
  place: (source: string) => string,
): Mapping[] {
  const name = targetOf(mapping);
  const target = name?.value.trim() ?? "";
  const source = sourceOf(mapping);
  // Lists, maps and scripts stand in elements of their own.
  if (!PATH.test(target) || !source || mapping.children.length > 0) return [];
  const { ledger } = flow.file;
  const text = source.text.trim();
  const inner = /^(?:=\s*|[$#]\{\s*)([\p{L}_][\p{L}\p{N}_.]*)\s*\}?$/u.exec(text)?.[1];
  const moved = inner === undefined ? undefined : place(inner);
  const value =
    moved !== undefined && moved !== inner && PATH.test(moved)
      ? moved
      : flow.feel({ text, part: source.part }, "juel", step);
  ledger.translated(mapping, mapping.name, `${target} = ${value}`);
  ledger.translated(name, target, `target: ${target}`);
  if (source.part !== mapping) ledger.translated(source.part, text, value);
  return [{ target, value }];
}

function targetOf(mapping: XmlElement) {
  return said(mapping, mapping.namespace === ZEEBE ? "target" : "name");
}

function sourceOf(mapping: XmlElement) {
  if (mapping.namespace !== ZEEBE) return { text: mapping.text, part: mapping };
  const source = said(mapping, "source");
  return source ? { text: source.value, part: source } : undefined;
}

/** One mapping per target; the last counts, as in the engines. */
function distinct(mappings: readonly Mapping[]): Mapping[] {
  return [...new Map(mappings.map((one) => [one.target, one])).values()].slice(0, MOST);
}
