import type { CaseData, Field } from "../../generated/workflow.ts";
import { childPath } from "../../json/json-pointer.ts";
import type { Drawing } from "../drawing.ts";

export interface PlacedField {
  readonly name: string;
  readonly field: Field;
  readonly path: string;
}

/** An object of fields: the case data, the data of a sub-process, or a field that is an object or a row. */
export interface PlacedObject {
  readonly object: Pick<CaseData, "required"> & Pick<Field, "properties">;
  readonly path: string;
  readonly node: string | undefined;
}

/** All objects of fields of a definition, outer ones first. */
export function* objectsOf({ scopes, definition }: Drawing): Generator<PlacedObject> {
  for (const { container, path } of scopes) {
    const variables = (container ?? definition).variables;
    if (variables) yield* objectsIn(variables, `${path}/variables`, container?.id);
  }
}

function* objectsIn(
  object: PlacedObject["object"] & Pick<Field, "items">,
  path: string,
  node: string | undefined,
): Generator<PlacedObject> {
  if (object.properties || object.required) yield { object, path, node };
  if (object.items) yield* objectsIn(object.items, `${path}/items`, node);
  for (const { field, path: fieldPath } of fieldsOf(object, path)) yield* objectsIn(field, fieldPath, node);
}

/** The fields of an object, with their places. */
export function fieldsOf(object: PlacedObject["object"], path: string): PlacedField[] {
  return Object.entries(object.properties ?? {}).map(([name, field]) => ({
    name,
    field,
    path: childPath(`${path}/properties`, name),
  }));
}
