/**
 * Writes the validator of a workflow definition as plain code: no compiler and no `new Function` at run time, so
 * that it works under a strict content security policy.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type standalone from "ajv/dist/standalone/index.js";
import { withoutUnions } from "./schemas/without-unions.ts";
import { ROOT_SCHEMA, workflowSchemas } from "./schemas/workflow-schemas.ts";

const standaloneCode = createRequire(import.meta.url)("ajv/dist/standalone/index.js")
  .default as typeof standalone.default;

const ajv = new Ajv2020({
  schemas: withoutUnions(workflowSchemas()),
  allErrors: true,
  verbose: false,
  discriminator: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true, lines: true },
});

const code = standaloneCode(ajv, { validateWorkflow: ROOT_SCHEMA });
const COUNT_CHARACTERS = `function countCharacters(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}`;
const own = code
  .replace(/^"use strict";\n?/, "")
  .replace(/= require\("ajv\/dist\/runtime\/ucs2length"\)\.default;?/g, "= countCharacters;");
const left = /\brequire\(.*|\bimport .*/.exec(own);
if (left) throw new Error(`the validator would need ${left[0]} at run time`);
if (/new Function|\beval\(/.test(own)) throw new Error("the validator would compile code at run time");

writeFileSync(
  path.resolve(import.meta.dirname, "../src/generated/workflow-validator.ts"),
  `// @ts-nocheck\n/* Generated from schemas/workflow/v1. */\n${COUNT_CHARACTERS}\n${own.trimEnd()}\n`,
);
