import type { JsonObject, Text } from "./page.ts";

/** A system of the workspace that flows may call. The secret is write-only. */
export interface System {
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  id: string;
  name: Text;
  /** Base address, http or https; calls go nowhere else. */
  address: string;
  /** Header that carries the secret, e.g. Authorization. */
  secretHeader: string | null;
  hasSecret: boolean;
  operations: SystemOperation[];
}

export interface SystemOperation {
  /** @pattern ^[A-Za-z][A-Za-z0-9_.-]{0,63}$ */
  id: string;
  name: Text;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the address, with {parameters}. */
  path: string;
  parameters: OperationParameter[];
  /** Fields of the answer that flows may use. */
  results: { name: string; title?: Text; type?: string }[];
}

export interface OperationParameter {
  name: string;
  title?: Text;
  in: "path" | "query" | "body";
  type?: "string" | "number" | "boolean" | "object" | "array";
  required?: boolean;
}

export interface SaveSystem {
  /** @pattern ^[a-z][a-z0-9-]{0,63}$ */
  id: string;
  name: Text;
  /** @pattern ^https?:// */
  address: string;
  secretHeader?: string | null;
  /** Absent: unchanged; null: removed. */
  secret?: string | null;
  operations: SystemOperation[];
}

export interface TryCall {
  operation: string;
  input: JsonObject;
}

/** The call as sent and the answer as received; secrets replaced by •••. */
export interface CallRecord {
  request: { method: string; url: string; headers: { [name: string]: string }; body: string | null };
  response: { status: number; headers: { [name: string]: string }; body: string } | null;
  error: { code: string; message: { en: string; "zh-CN": string } } | null;
  milliseconds: number;
}
