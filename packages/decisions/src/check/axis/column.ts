import type { FeelValue, UnaryTest, UnaryTestModel, UnaryTests } from "@flowright/expressions";
import type { PreparedInput } from "../../compile/prepared-table.ts";
import type { ColumnType, DecisionInput } from "../../table/decision-table.ts";
import { type Atom, type Axis, namedIn } from "./axis.ts";
import { booleanAxis, textAxis } from "./finite-axis.ts";
import { orderedAxis } from "./ordered-axis.ts";
import {
  contains,
  difference,
  EMPTY,
  intersection,
  type Region,
  regionOf,
  spansOf,
  union,
  wholeOf,
} from "./region.ts";

/** A column whose cells name more values than this is not taken apart. */
const NAMED_LIMIT = 20_000;
const ANY_TIME = "1970-01-01T00:00:00Z";

/** What a cell accepts, of the values that may come: `must` for certain, `may` at most. They differ where it computes. */
export interface Cell {
  readonly must: Region;
  readonly may: Region;
  /** `must`, and the missing value where asking about it ends the decision. */
  readonly stops: Region;
  /** It asks for more than the value of its column. */
  readonly computes: boolean;
  /** `must` and `may` are known to be the same. */
  readonly told: boolean;
}

/** A column of the table as an axis; the missing value has the last place, behind the atoms. */
export interface Column {
  readonly input: DecisionInput;
  readonly atoms: readonly Atom[];
  readonly discrete: boolean;
  /** The values that may come, without the missing one. */
  readonly domain: Region;
  /** For each different cell of the column. */
  readonly cells: readonly Cell[];
  /** Too many values to be taken apart. */
  readonly tooMany: boolean;
}

interface Bounds {
  readonly must: Region;
  readonly may: Region;
}

export function columnOf(prepared: PreparedInput): Column {
  const { input, tests, listed, choices, allowed } = prepared;
  const values: UnaryTest[] = [...(listed ?? []), ...(choices ?? [])].map((value) => ({
    type: "value",
    value,
  }));
  const models = [...tests, allowed].map((test) => test?.parsed ?? { type: "any" as const });
  const named = namedIn([...values, ...models.flatMap((model) => (model.type === "any" ? [] : model.tests))]);
  const tooMany = named.length > NAMED_LIMIT;
  const axis = axisOf(input.type, tooMany ? [] : named);
  const domain = domainOf(prepared, axis);
  const missing = axis.atoms.length;
  const possible = union(domain, [missing, missing]);
  return {
    input,
    atoms: axis.atoms,
    discrete: axis.discrete,
    domain,
    cells: tests.map((test) => cellOf(test, axis, missing, possible, tooMany)),
    tooMany,
  };
}

function axisOf(type: ColumnType, named: ReturnType<typeof namedIn>): Axis {
  if (type === "boolean") return booleanAxis();
  if (type === "string")
    return textAxis(named.flatMap((test) => (test.type === "value" ? [test.value] : [])));
  return orderedAxis(type, named);
}

/** The places of the values that the column allows, else of the choices of its field, else all. */
function domainOf({ listed, allowed, choices }: PreparedInput, axis: Axis): Region {
  const whole = wholeOf(axis.atoms.length);
  if (allowed) return boundsOf(allowed.parsed, axis, whole).may;
  const values = listed ?? choices;
  return values ? (placesOfValues(values, axis) ?? whole) : whole;
}

function placesOfValues(values: readonly FeelValue[], axis: Axis): Region | null {
  const regions = values.map((value) => axis.placesOf({ type: "value", value }));
  return regions.includes(null) ? null : regionOf(regions.flatMap((region) => spansOf(region ?? EMPTY)));
}

/** A cell with a problem of its own may accept anything. */
function cellOf(
  test: UnaryTests | null,
  axis: Axis,
  missing: number,
  possible: Region,
  tooMany: boolean,
): Cell {
  const unknown: Cell = { must: EMPTY, may: possible, stops: EMPTY, computes: false, told: false };
  if (!test) return unknown;
  if (test.parsed.type === "any") return { ...unknown, must: possible, stops: possible, told: true };
  if (tooMany) return unknown;
  const { must, may } = boundsOf(test.parsed, axis, wholeOf(missing));
  const here = (region: Region): Region => intersection(region, possible);
  const place: Region = [missing, missing];
  if (computes(test.parsed) || !contains(must, may)) {
    return {
      must: here(must),
      may: here(union(may, place)),
      stops: here(must),
      computes: true,
      told: false,
    };
  }
  const asked = test.matches(null, {}, { now: ANY_TIME });
  const accepted = asked.ok && asked.value === true;
  return {
    must: here(accepted ? union(must, place) : must),
    may: here(accepted ? union(may, place) : may),
    stops: here(accepted || !asked.ok ? union(must, place) : must),
    computes: false,
    told: true,
  };
}

function boundsOf(model: UnaryTestModel, axis: Axis, whole: Region): Bounds {
  if (model.type === "any") return { must: whole, may: whole };
  const bounds = anyOf(model.tests, axis, whole);
  return model.type === "not" ? opposite(bounds, whole) : bounds;
}

function anyOf(tests: readonly UnaryTest[], axis: Axis, whole: Region): Bounds {
  const parts = tests.map((test) => boundsOfTest(test, axis, whole));
  return {
    must: regionOf(parts.flatMap(({ must }) => spansOf(must))),
    may: regionOf(parts.flatMap(({ may }) => spansOf(may))),
  };
}

function boundsOfTest(test: UnaryTest, axis: Axis, whole: Region): Bounds {
  switch (test.type) {
    case "any":
      return { must: whole, may: whole };
    case "never":
      return { must: EMPTY, may: EMPTY };
    case "opaque":
      return { must: EMPTY, may: whole };
    case "not":
      return opposite(anyOf(test.tests, axis, whole), whole);
    case "value":
    case "interval": {
      const places = axis.placesOf(test);
      return places ? { must: places, may: places } : { must: EMPTY, may: whole };
    }
  }
}

function opposite({ must, may }: Bounds, whole: Region): Bounds {
  return { must: difference(whole, may), may: difference(whole, must) };
}

/** Whether a cell needs more than the value of its column. */
function computes(model: UnaryTestModel): boolean {
  const opaque = (tests: readonly UnaryTest[]): boolean =>
    tests.some((test) => test.type === "opaque" || (test.type === "not" && opaque(test.tests)));
  return model.type !== "any" && opaque(model.tests);
}
