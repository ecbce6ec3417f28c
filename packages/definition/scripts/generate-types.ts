/** Writes the TypeScript types of a workflow definition from its JSON Schemas. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { compile } from "json-schema-to-typescript";
import { ROOT_SCHEMA, workflowSchemas } from "./schemas/workflow-schemas.ts";

const schemas = workflowSchemas();
const root = schemas.get(ROOT_SCHEMA);
if (!root) throw new Error(`${ROOT_SCHEMA} is missing`);

const types = await compile(structuredClone(root), "WorkflowDefinition", {
  additionalProperties: false,
  bannerComment: "/* Generated from schemas/workflow/v1. */",
  ignoreMinAndMaxItems: true,
  declareExternallyReferenced: true,
  style: { printWidth: 110 },
  $refOptions: {
    resolve: {
      http: false,
      file: false,
      house: {
        order: 1,
        canRead: /^https:\/\/flowright\.dev\//,
        read: ({ url }: { url: string }) => JSON.stringify(schemas.get(url)),
      },
    },
  },
});
writeFileSync(path.resolve(import.meta.dirname, "../src/generated/workflow.ts"), types);
