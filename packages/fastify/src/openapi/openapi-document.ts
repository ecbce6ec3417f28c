import { API_PREFIX, apiRoutes } from "@flowright/client";
import type { SchemaName } from "../generated/schema-types.ts";
import { schemas } from "../generated/schemas.ts";
import type { Answer, RouteDeclaration } from "../route/define-route.ts";

type Json = { [name: string]: unknown };

/** The OpenAPI 3.1 document of the routes, written from the same declarations that register them. */
export function openApiDocument(routes: readonly RouteDeclaration[], prefix: string): Json {
  const paths: { [path: string]: Json } = {};
  for (const route of routes) {
    const { method, path } = apiRoutes[route.operation];
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Flowright",
      version: "0.1.0",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description:
        "Errors are RFC 9457 problems with a stable code and a fix, in the language of the profile or of Accept-Language. Lists are paged with a cursor. Idempotency-Key is accepted on every POST.",
    },
    servers: [{ url: `${prefix}${API_PREFIX}` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token." },
        session: { type: "apiKey", in: "cookie", name: "flowright_session" },
      },
      schemas: JSON.parse(JSON.stringify(schemas).replaceAll("#/definitions/", "#/components/schemas/")),
    },
  };
}

function operationOf(route: RouteDeclaration): Json {
  const { method } = apiRoutes[route.operation];
  const body = bodyOf(route);
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [route.operation.split(".")[0]],
    "x-permission": route.permission,
    ...(route.permission === "public" ? { security: [] } : {}),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route.query),
      ...(method === "POST" ? [IDEMPOTENCY_KEY] : []),
      ...(route.operation === "drafts.save" ? REVISION : []),
    ],
    ...(body === null ? {} : { requestBody: { required: !mayBeLeftOut(route), content: body } }),
    responses: {
      [route.operation === "live.open" ? 101 : route.answer === null ? 204 : (route.status ?? 200)]:
        successOf(route.answer),
      default: {
        description: "A problem.",
        content: { "application/problem+json": { schema: reference("ApiProblem") } },
      },
    },
  };
}

/** True where every member of the body is optional. */
function mayBeLeftOut({ body }: RouteDeclaration): boolean {
  const schema = body === undefined ? {} : (schemas[body] as { type?: string; required?: string[] });
  return schema.type === "object" && (schema.required ?? []).length === 0;
}

function bodyOf(route: RouteDeclaration): Json | null {
  if (route.freeBody === "file") {
    const properties = {
      instanceId: { type: "string" },
      file: { type: "string", contentMediaType: "application/octet-stream" },
    };
    return { "multipart/form-data": { schema: { type: "object", properties, required: ["file"] } } };
  }
  if (route.freeBody === "json") return json({ type: "object" });
  if (route.body === undefined) return null;
  return json(
    route.otherBody
      ? { oneOf: [reference(route.body), reference(route.otherBody.schema)] }
      : reference(route.body),
  );
}

function successOf(answer: Answer): Json {
  if (answer === null) return { description: "Done." };
  if (typeof answer === "string") return { description: "Done.", content: json(reference(answer)) };
  if ("other" in answer) return { description: answer.other };
  if ("list" in answer) {
    return { description: "Done.", content: json({ type: "array", items: reference(answer.list) }) };
  }
  if ("oneOf" in answer)
    return { description: "Done.", content: json({ oneOf: answer.oneOf.map(reference) }) };
  return {
    description: "One page.",
    content: json({
      type: "object",
      properties: {
        items: { type: "array", items: reference(answer.page) },
        next: { type: ["string", "null"], description: "Cursor of the next page." },
      },
      required: ["items", "next"],
    }),
  };
}

function pathParameters({ operation }: RouteDeclaration): Json[] {
  return [...apiRoutes[operation].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: SchemaName | undefined): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemas[query] as {
    properties?: { [name: string]: Json };
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: JSON.parse(JSON.stringify(schema).replaceAll("#/definitions/", "#/components/schemas/")),
  }));
}

function reference(name: SchemaName): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "The same key with the same body gives the first success again; with another body 422. A refusal is not kept: the same command may be sent again under its key.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

const REVISION = ["If-Match", "If-None-Match"].map((name) => ({
  name,
  in: "header",
  required: false,
  schema: { type: "string" },
}));
