import type { FeelValue, UnaryTest } from "@flowright/expressions";
import type { Atom, Axis } from "./axis.ts";
import { EMPTY, type Region } from "./region.ts";

/** True and false. */
export function booleanAxis(): Axis {
  return finiteAxis([
    { kind: "value", value: true },
    { kind: "value", value: false },
  ]);
}

/** The texts that are named, and one place for all others. */
export function textAxis(named: readonly FeelValue[]): Axis {
  const texts = new Set(named.filter((value) => typeof value === "string"));
  const atoms = [...texts].map((value): Atom => ({ kind: "value", value }));
  return finiteAxis([...atoms, { kind: "other", value: unnamed(texts) }]);
}

function finiteAxis(atoms: readonly Atom[]): Axis {
  const places = new Map(
    atoms.map(({ value, kind }, place) => [kind === "value" ? value : undefined, place]),
  );
  return {
    atoms,
    discrete: false,
    placesOf(test: Extract<UnaryTest, { type: "value" | "interval" }>): Region | null {
      // Texts between two others have no places of their own here.
      if (test.type === "interval") return null;
      const place = places.get(test.value);
      return place === undefined ? EMPTY : [place, place];
    },
  };
}

function unnamed(texts: ReadonlySet<string>): string {
  let text = "other";
  for (let number = 2; texts.has(text); number++) text = `other ${number}`;
  return text;
}
