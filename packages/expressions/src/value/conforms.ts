import { DEPTH_LIMIT } from "../syntax/limits.ts";
import type { FeelContext, FeelFunction, FeelRange, FeelType, FeelTypes, FeelValue } from "./feel-value.ts";
import { type Kind, kindOf } from "./kind-of.ts";

export const NO_TYPES: FeelTypes = new Map();

const KINDS: ReadonlySet<string> = new Set<Kind>([
  "string",
  "number",
  "boolean",
  "date",
  "time",
  "date and time",
  "days and time duration",
  "years and months duration",
  "list",
  "context",
  "function",
  "range",
]);
/** Names that lead to each other are followed this far. */
const LONGEST_CHAIN = 50;

/** Whether a type is one of FEEL's own, and not declared elsewhere. */
export function isKind(name: string): name is Exclude<Kind, "null"> {
  return KINDS.has(name);
}

/** The type with this name alone. */
export function plainType(name: string): FeelType {
  return { name, element: null, entries: [], parameters: null, returns: null, allows: null };
}

/** The type behind a name; null when there is none. */
export function resolvedType(type: FeelType, types: FeelTypes): FeelType | null {
  let at = type;
  for (let i = 0; i < LONGEST_CHAIN; i += 1) {
    if (KINDS.has(at.name) || at.name === "Any" || at.name === "Null") return at;
    const next = types.get(at.name);
    if (!next) return null;
    at = next;
  }
  return null;
}

/**
 * Whether a value is one of the type. Null belongs to every type; a context may have more entries than its type
 * says.
 */
export function conformsTo(value: FeelValue, type: FeelType, types: FeelTypes = NO_TYPES): boolean {
  return isOfType(value, type, { types, allowed: true, visit: () => {} });
}

/** What a look at the type of a value needs. */
interface Look {
  readonly types: FeelTypes;
  /** Whether the value must be among those that the type allows. */
  readonly allowed: boolean;
  /** Called for every value that is looked at. */
  readonly visit: () => void;
}

/** Whether a value has the shape of the type and, if that is asked for, is among its allowed values. */
export function isOfType(value: FeelValue, type: FeelType, look: Look, depth = 0): boolean {
  look.visit();
  if (depth > DEPTH_LIMIT) return false;
  if (value === null) return true;
  const target = resolvedType(type, look.types);
  if (!target || target.name === "Null" || !hasShape(value, target, look, depth + 1)) return false;
  return !look.allowed || isAllowed(value, type, look.types);
}

function hasShape(value: FeelValue, type: FeelType, look: Look, depth: number): boolean {
  if (type.name === "Any") return true;
  if (kindOf(value) !== type.name) return false;
  const { element } = type;
  switch (type.name) {
    case "list":
      return (
        !element || (value as readonly FeelValue[]).every((item) => isOfType(item, element, look, depth))
      );
    case "range": {
      const { low, high } = value as FeelRange;
      const fits = (bound: FeelValue | undefined): boolean =>
        bound === undefined || !element || isOfType(bound, element, look, depth);
      return fits(low) && fits(high);
    }
    case "context":
      return type.entries.every((entry) => {
        const found = (value as FeelContext).get(entry.name);
        return found !== undefined && isOfType(found, entry.type, look, depth);
      });
    case "function":
      return functionFits(value as FeelFunction, type, look.types);
    default:
      return true;
  }
}

/** Every name on the way may narrow what is allowed. */
function isAllowed(value: FeelValue, type: FeelType, types: FeelTypes): boolean {
  let at: FeelType | undefined = type;
  for (let i = 0; at && i < LONGEST_CHAIN; i += 1) {
    if (at.allows && !at.allows(value)) return false;
    if (KINDS.has(at.name)) return true;
    at = types.get(at.name);
  }
  return true;
}

/** A function fits when it takes at least what is asked of it and gives at most what is wanted. */
function functionFits(value: FeelFunction, type: FeelType, types: FeelTypes): boolean {
  const { parameters, returns } = type;
  if (!parameters) return true;
  if (parameters.length !== value.parameters.length) return false;
  const taken = value.types ?? [];
  const fits = parameters.every((wanted, i) => isSubtype(wanted, taken[i] ?? plainType("Any"), types));
  return fits && (!returns || !value.returns || isSubtype(value.returns, returns, types));
}

/** Whether every value of `a` is one of `b`, by their declarations. */
function isSubtype(a: FeelType, b: FeelType, types: FeelTypes, depth = 0): boolean {
  const x = resolvedType(a, types);
  const y = resolvedType(b, types);
  if (!x || !y || depth > LONGEST_CHAIN) return false;
  if (y.name === "Any" || x.name === "Null") return true;
  if (x.name !== y.name) return false;
  if (y.element) return x.element !== null && isSubtype(x.element, y.element, types, depth + 1);
  return y.entries.every((entry) => {
    const found = x.entries.find((one) => one.name === entry.name);
    return found !== undefined && isSubtype(found.type, entry.type, types, depth + 1);
  });
}
