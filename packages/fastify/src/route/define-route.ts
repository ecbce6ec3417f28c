import type { ApiOperation } from "@flowright/client";
import type { Caller, Runtime } from "@flowright/runtime";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SchemaName, SchemaTypes } from "../generated/schema-types.ts";
import type { RoutePermission } from "../identity/authenticate.ts";
import type { Identity } from "../identity/identity.ts";
import type { FlowrightOptions } from "../options.ts";
import type { HttpRefusal } from "../problem/http-problems.ts";

export type HttpResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: HttpRefusal };

/** A request whose sender may do this and whose body and parameters fit. */
export interface ApiCall<Body = unknown, Query = unknown> {
  readonly options: FlowrightOptions;
  readonly runtime: Runtime;
  /** Throws on a public route where nobody is signed in. */
  readonly caller: Caller;
  readonly identity: Identity | null;
  readonly body: Body;
  readonly query: Query;
  /** A part of the path by its name in the route table. */
  param(name: string): string;
  readonly once: { readonly idempotencyKey?: string };
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What a success answers: nothing (204), one, a list, a page; `other` is said in words only. */
export type Answer =
  | null
  | SchemaName
  | { readonly list: SchemaName }
  | { readonly page: SchemaName }
  | { readonly oneOf: readonly SchemaName[] }
  | { readonly other: string };

/** A route of the API, before it is registered. */
export interface RouteDeclaration {
  readonly operation: ApiOperation;
  readonly permission: RoutePermission;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  readonly body?: SchemaName | undefined;
  /** Other accepted forms of the body: the member by which they are told apart, and their schema. */
  readonly otherBody?: { readonly member: string; readonly schema: SchemaName } | undefined;
  /** The body is not one of the schemas, e.g. a file; said in words. */
  readonly freeBody?: "json" | "file" | undefined;
  readonly query?: SchemaName | undefined;
  readonly answer: Answer;
  readonly status?: 200 | 201 | undefined;
  /** Bytes, default 1 MB. */
  readonly bodyLimit?: number | undefined;
  /** Requests per address and minute, where fewer than usual. */
  readonly perMinute?: number | undefined;
  /** The answer may wait for something to happen, and takes no place among those that are worked on. */
  readonly mayWait?: boolean | undefined;
  readonly handle: (call: ApiCall<never, never>) => Promise<HttpResult<unknown>>;
}

type BodyOf<Name> = Name extends SchemaName ? SchemaTypes[Name] : unknown;

/** Declares a route; body and query of the call have the types of the schemas named. */
export function defineRoute<
  const Body extends SchemaName | undefined = undefined,
  const Query extends SchemaName | undefined = undefined,
>(
  route: Omit<RouteDeclaration, "body" | "query" | "handle"> & {
    readonly body?: Body;
    readonly query?: Query;
    readonly handle: (call: ApiCall<BodyOf<Body>, BodyOf<Query>>) => Promise<HttpResult<unknown>>;
  },
): RouteDeclaration {
  return route as RouteDeclaration;
}

/** A success. */
export async function answer<T>(value: T | Promise<T>): Promise<HttpResult<T>> {
  return { ok: true, value: await value };
}
