import type { OperationParameter, SaveSystem, System, SystemOperation } from "@flowright/client";
import { type BothTexts, bothTexts, textFrom } from "../own-text.ts";
import { slug } from "../slug.ts";

/** One parameter or result as it is edited; `key` stays while the row moves. */
export interface FieldRow {
  readonly key: number;
  readonly name: string;
  readonly title: BothTexts;
  readonly type: string;
  readonly in: OperationParameter["in"];
  readonly required: boolean;
}

export interface OperationForm {
  readonly key: number;
  /** Empty until a new operation is saved. */
  readonly id: string;
  readonly name: BothTexts;
  readonly method: SystemOperation["method"];
  readonly path: string;
  readonly parameters: readonly FieldRow[];
  readonly results: readonly FieldRow[];
}

export interface SystemForm {
  readonly name: BothTexts;
  readonly address: string;
  readonly secretHeader: string;
  /** What was typed; the stored one is never shown. */
  readonly secret: string;
  readonly removeSecret: boolean;
  readonly operations: readonly OperationForm[];
}

let lastKey = 0;

export function newKey(): number {
  lastKey += 1;
  return lastKey;
}

/** A system as a form; null: an empty form. */
export function formOf(system: System | null): SystemForm {
  return {
    name: bothTexts(system?.name),
    address: system?.address ?? "",
    secretHeader: system?.secretHeader ?? "",
    secret: "",
    removeSecret: false,
    operations: (system?.operations ?? []).map((operation) => ({
      key: newKey(),
      id: operation.id,
      name: bothTexts(operation.name),
      method: operation.method,
      path: operation.path,
      parameters: operation.parameters.map((parameter) => ({
        key: newKey(),
        name: parameter.name,
        title: bothTexts(parameter.title),
        type: parameter.type ?? "string",
        in: parameter.in,
        required: parameter.required === true,
      })),
      results: operation.results.map((result) => ({
        key: newKey(),
        name: result.name,
        title: bothTexts(result.title),
        type: result.type ?? "string",
        in: "body" as const,
        required: false,
      })),
    })),
  };
}

export type Missing = "name" | "address" | `path ${number}` | `name ${number}` | `field ${number}`;

/** What is missing or malformed so that the form cannot be sent. */
export function missingIn(form: SystemForm): ReadonlySet<Missing> {
  const missing = new Set<Missing>();
  if (textFrom(form.name) === null) missing.add("name");
  if (!/^https?:\/\/\S+$/.test(form.address.trim())) missing.add("address");
  for (const operation of form.operations) {
    if (textFrom(operation.name) === null) missing.add(`name ${operation.key}`);
    if (!operation.path.startsWith("/")) missing.add(`path ${operation.key}`);
    for (const row of [...operation.parameters, ...operation.results]) {
      if (row.name.trim() === "") missing.add(`field ${row.key}`);
    }
  }
  return missing;
}

/** The form as the server takes it. */
export function systemFrom(form: SystemForm, id: string): SaveSystem {
  const ids: string[] = form.operations.flatMap((operation) => (operation.id === "" ? [] : [operation.id]));
  return {
    id,
    name: textFrom(form.name) ?? id,
    address: form.address.trim(),
    secretHeader: form.secretHeader.trim() === "" ? null : form.secretHeader.trim(),
    ...(form.secret !== "" ? { secret: form.secret } : form.removeSecret ? { secret: null } : {}),
    operations: form.operations.map((operation) => {
      const own = operation.id === "" ? slug(operation.name.en, "operation", ids) : operation.id;
      if (operation.id === "") ids.push(own);
      return {
        id: own,
        name: textFrom(operation.name) ?? own,
        method: operation.method,
        path: operation.path.trim(),
        parameters: operation.parameters.map((row) => ({
          ...fieldFrom(row),
          in: row.in,
          type: row.type as NonNullable<OperationParameter["type"]>,
          required: row.required,
        })),
        results: operation.results.map((row) => ({ ...fieldFrom(row), type: row.type })),
      };
    }),
  };
}

function fieldFrom(row: FieldRow) {
  const title = textFrom(row.title);
  return { name: row.name.trim(), ...(title === null ? {} : { title }) };
}
