import type { Field } from "@flowright/definition";
import type { Asked, FieldAt, Value } from "./asked.ts";

/** Most combinations of values that are looked at for one choice. */
const MOST_SAMPLES = 4_000;

/** Values of the fields by path, and answers to what cannot be worked out. */
export type Sample = ReadonlyMap<string, Value>;

/**
 * One combination of values of each sort that the conditions can tell apart: every choice of a list, both answers of a
 * yes/no field, numbers at, between and beyond the constants. Null where there are too many.
 */
export function samplesFor(conditions: readonly Asked[], fieldAt: FieldAt): Sample[] | null {
  const near = new Map<string, Value[]>();
  const open = new Set<string>();
  for (const condition of conditions) collect(condition, near, open);
  let samples: Map<string, Value>[] = [new Map()];
  const extend = (name: string, values: readonly Value[]) => {
    samples = samples.flatMap((sample) => values.map((value) => new Map(sample).set(name, value)));
  };
  let count = 1;
  for (const [path, values] of near) {
    const different = differentValues(fieldAt(path), values);
    count *= different.length;
    if (count > MOST_SAMPLES) return null;
    extend(path, different);
  }
  for (const question of open) {
    count *= 2;
    if (count > MOST_SAMPLES) return null;
    extend(`?${question}`, [true, false]);
  }
  return samples;
}

function collect(condition: Asked, near: Map<string, Value[]>, open: Set<string>): void {
  if ("all" in condition) for (const part of condition.all) collect(part, near, open);
  else if ("any" in condition) for (const part of condition.any) collect(part, near, open);
  else if ("open" in condition) open.add(condition.open);
  else near.set(condition.path, [...(near.get(condition.path) ?? []), ...condition.near]);
}

function differentValues(field: Field | null, near: readonly Value[]): Value[] {
  const empty = near.includes(null) ? [null] : [];
  const choices = field?.oneOf?.map((choice) => choice.const) ?? field?.enum;
  if (choices) return [...choices, ...empty];
  if (field?.type === "boolean") return [true, false, ...empty];
  const numbers = [...new Set(near.filter((value) => typeof value === "number"))].sort((a, b) => a - b);
  if (numbers.length > 0) return [...numbersAround(numbers, field), ...empty];
  const texts = [...new Set(near.filter((value) => typeof value === "string"))];
  return [...texts, `${texts.join("")}…`, ...empty];
}

function numbersAround(numbers: readonly number[], field: Field | null): number[] {
  const whole = field?.type === "integer";
  const all = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    const between = next === undefined ? number + 1 : whole ? number + 1 : (number + next) / 2;
    return index === 0 ? [number - 1, number, between] : [number, between];
  });
  return [...new Set(all)].filter((number) => isIn(number, field));
}

function isIn(number: number, field: Field | null): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = field ?? {};
  return (
    number >= (minimum ?? Number.NEGATIVE_INFINITY) &&
    number <= (maximum ?? Number.POSITIVE_INFINITY) &&
    number > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
    number < (exclusiveMaximum ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether a condition holds for a sample; null where the engine would stop at it. */
export function holdsFor(condition: Asked, sample: Sample): boolean | null {
  if ("open" in condition) return sample.get(`?${condition.open}`) === true;
  if ("path" in condition) return condition.holds(sample.get(condition.path) ?? null);
  const [parts, decides] = "all" in condition ? [condition.all, false] : [condition.any, true];
  let unknown = false;
  for (const part of parts) {
    const answer = holdsFor(part, sample);
    if (answer === decides) return decides;
    unknown ||= answer === null;
  }
  return unknown ? null : !decides;
}

/** The fields that a condition asks about; null if it asks anything that cannot be worked out. */
export function fieldsOf(condition: Asked): ReadonlySet<string> | null {
  const near = new Map<string, Value[]>();
  const open = new Set<string>();
  collect(condition, near, open);
  return open.size > 0 ? null : new Set(near.keys());
}
