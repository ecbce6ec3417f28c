import { checkStoredJson } from "@flowright/definition";
import { Ajv, type ValidateFunction } from "ajv";
import type { SchemaName, SchemaTypes } from "../generated/schema-types.ts";
import { schemas } from "../generated/schemas.ts";
import { refuseHttp } from "./http-problems.ts";
import { problemsOf } from "./input-problems.ts";
import { Refused, refused } from "./refused.ts";

const DOCUMENT = { $id: "api", definitions: schemas };

/** Bodies are taken as they are; what stands in an address is text and is read as the type asked for. */
const bodies = new Ajv({ allErrors: true, strict: false, schemas: [DOCUMENT] });
const queries = new Ajv({ allErrors: true, strict: false, coerceTypes: true, schemas: [DOCUMENT] });

/** The body as its type, or throws the refusal with every problem. */
export function checkBody<Name extends SchemaName>(name: Name, value: unknown): SchemaTypes[Name] {
  if (value !== undefined) return check(bodies, "request.invalid", name, value);
  // Where nothing is asked for, no body says as much as an empty one.
  const nothing = {};
  if (isOfType(name, nothing)) return nothing;
  throw refused("request.body-missing");
}

/** The parameters in the address as their type; numbers and yes/no are read from their text. */
export function checkQuery<Name extends SchemaName>(name: Name, value: unknown): SchemaTypes[Name] {
  const query = { ...(value as { readonly [name: string]: unknown }) };
  const problems = checkStoredJson(query);
  if (problems.length > 0) {
    throw new Refused(refuseHttp("query.invalid", { count: problems.length }, { problems }).refusal);
  }
  if (typeof query.cursor === "string" && !isCursor(query.cursor)) throw refused("query.cursor");
  return check(queries, "query.invalid", name, query);
}

/** Whether a value is of a type, without saying why not. */
export function isOfType<Name extends SchemaName>(name: Name, value: unknown): value is SchemaTypes[Name] {
  return validatorOf(bodies, name)(value) === true;
}

function check<Name extends SchemaName>(
  ajv: Ajv,
  code: "request.invalid" | "query.invalid",
  name: Name,
  value: unknown,
): SchemaTypes[Name] {
  const validate = validatorOf(ajv, name);
  if (validate(value)) return value as SchemaTypes[Name];
  const problems = problemsOf(validate.errors ?? []);
  throw new Refused(refuseHttp(code, { count: problems.length }, { problems }).refusal);
}

/** Cursors are lists of sort keys as base64url JSON; which keys is the list's own business. */
function isCursor(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return false;
  }
}

function validatorOf(ajv: Ajv, name: SchemaName): ValidateFunction {
  const validate = ajv.getSchema(`api#/definitions/${name}`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate;
}
