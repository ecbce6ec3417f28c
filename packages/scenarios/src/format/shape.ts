/** What a value in a scenario's file may be. Both the check of files and their JSON Schema are made from it. */
export type Shape =
  | { readonly type: "text"; readonly of?: TextKind | undefined }
  | { readonly type: "number"; readonly least: number }
  | { readonly type: "choice"; readonly values: readonly string[] }
  /** Any JSON value. */
  | { readonly type: "value" }
  /** Values by name. */
  | { readonly type: "values" }
  | { readonly type: "list"; readonly of: Shape; readonly least?: number | undefined }
  /** Names that the author chooses. */
  | { readonly type: "map"; readonly of: Shape }
  | ObjectShape
  /** Objects told apart by their `kind`, or by another name. */
  | {
      readonly type: "kinds";
      readonly kinds: { readonly [kind: string]: ObjectShape };
      readonly tag?: string | undefined;
    }
  | { readonly type: "boolean" }
  /** One of several shapes, told apart by what sort of value it is. */
  | { readonly type: "sorts"; readonly sorts: readonly Shape[] }
  /** A text in place of an object in which only the first property is given. */
  | { readonly type: "short"; readonly of: ObjectShape };

export interface ObjectShape {
  readonly type: "object";
  readonly fields: { readonly [name: string]: Field };
  /** Names of which exactly one, or at most one, must be there. */
  readonly oneOf?: { readonly names: readonly string[]; readonly required: boolean } | undefined;
}

export interface Field {
  readonly shape: Shape;
  readonly required: boolean;
}

export type TextKind = "id" | "duration" | "instant" | "file";

/** The texts of each kind, as regular expressions that JSON Schema can read, too. */
export const TEXT_PATTERNS: { readonly [K in TextKind]: string } = {
  id: "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
  duration: "^P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$",
  instant: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$",
  file: "^[^/\\\\\\u0000][^\\\\\\u0000]*$",
};

export const text = (of?: TextKind): Shape => ({ type: "text", of });
export const choice = (...values: string[]): Shape => ({ type: "choice", values });
export const number = (least: number): Shape => ({ type: "number", least });
export const list = (of: Shape, least?: number): Shape => ({ type: "list", of, least });
export const map = (of: Shape): Shape => ({ type: "map", of });
export const need = (shape: Shape): Field => ({ shape, required: true });
export const may = (shape: Shape): Field => ({ shape, required: false });

export function object(
  fields: { readonly [name: string]: Field },
  oneOf?: ObjectShape["oneOf"],
): ObjectShape {
  return { type: "object", fields, oneOf };
}
