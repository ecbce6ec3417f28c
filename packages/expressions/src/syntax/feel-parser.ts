import { parser, trackVariables, VariableContext } from "lezer-feel";
import type { FieldType, FieldTypes } from "../json/field-type.ts";

export type FeelParser = typeof parser;

/**
 * The parser can follow which names hold which contexts, to read names with spaces and operators in them.
 * Our names need none of that and following them costs time that is quadratic in the source.
 */
class NoContext extends VariableContext {
  override getKeys(): string[] {
    return [];
  }

  override get(): undefined {
    return undefined;
  }

  /** A new one each time: the parser keeps what it learned of a context as long as that lives. */
  override set(): this {
    return new NoContext({}) as this;
  }

  override merge(): this {
    return this;
  }

  static override isAtomic(): boolean {
    return true;
  }

  static override of(): NoContext {
    return NOTHING;
  }
}

const NOTHING = new NoContext({});

/** Ends at the first error instead of repairing the text. */
export const strictParser: FeelParser = parser.configure({
  strict: true,
  dialect: "camunda",
  contextTracker: trackVariables({}, NoContext),
});

const tests = new WeakMap<FeelParser, FeelParser>();

/** The parser for the input cells of decision tables that reads names as `base` does. */
export function testsParser(base: FeelParser): FeelParser {
  const known = tests.get(base);
  if (known) return known;
  const made = base.configure({ top: "UnaryTests" });
  tests.set(base, made);
  return made;
}

/** Whether the parser knows no names but words. */
export function readsWords(parser: FeelParser): boolean {
  return parser === strictParser || parser === tests.get(strictParser);
}

const named = new WeakMap<FieldTypes, FeelParser>();

/** The parser for these names: with `dmn` it knows the fields, and so the names with signs in them. */
export function parserFor(types: FieldTypes | undefined, names: "words" | "dmn" = "words"): FeelParser {
  if (names === "words") return strictParser;
  const known = types && named.get(types);
  if (known) return known;
  const made = strictParser.configure({
    contextTracker: trackVariables(shapeOf({ properties: types ?? {} })),
  });
  if (types) named.set(types, made);
  return made;
}

/** The names of a type as the parser wants them; what is no record is null. */
function shapeOf(type: FieldType | undefined): unknown {
  const properties = type?.properties ?? type?.items?.properties;
  if (!properties) return null;
  return Object.fromEntries(Object.entries(properties).map(([name, entry]) => [name, shapeOf(entry)]));
}
