import { booleanFunctions } from "./boolean-functions.ts";
import type { BuiltIn } from "./built-in.ts";
import { contextFunctions } from "./context-functions.ts";
import { conversionFunctions } from "./conversion-functions.ts";
import { dateFunctions } from "./date-functions.ts";
import { listFunctions } from "./list-functions.ts";
import { numberFunctions } from "./number-functions.ts";
import { rangeFunctions } from "./range-functions.ts";
import { setFunctions } from "./set-functions.ts";
import { statisticFunctions } from "./statistic-functions.ts";
import { stringFunctions } from "./string-functions.ts";

/** Every built-in function; nothing else can be called by name. */
export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...stringFunctions,
    ...numberFunctions,
    ...conversionFunctions,
    ...booleanFunctions,
    ...listFunctions,
    ...setFunctions,
    ...statisticFunctions,
    ...dateFunctions,
    ...rangeFunctions,
    ...contextFunctions,
  ].map((definition) => [definition.name, definition]),
);
