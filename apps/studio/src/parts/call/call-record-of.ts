import type { CallRecord, Json, JsonObject } from "@flowright/client";

/** The call in an incident's detail; null where the incident was not about a call. */
export function callRecordOf(detail: JsonObject | null): CallRecord | null {
  if (detail === null || !isObject(detail.request) || typeof detail.request.url !== "string") return null;
  const { request, response, error, milliseconds } = detail;
  return {
    request: {
      method: textIn(request.method) || "GET",
      url: request.url as string,
      headers: headersIn(request.headers),
      body: typeof request.body === "string" ? request.body : null,
    },
    response: isObject(response)
      ? {
          status: typeof response.status === "number" ? response.status : 0,
          headers: headersIn(response.headers),
          body: textIn(response.body),
        }
      : null,
    error:
      isObject(error) && isObject(error.message)
        ? {
            code: textIn(error.code),
            message: { en: textIn(error.message.en), "zh-CN": textIn(error.message["zh-CN"]) },
          }
        : null,
    milliseconds: typeof milliseconds === "number" ? milliseconds : 0,
  };
}

/** JSON with line breaks; anything else as it is. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textIn(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function headersIn(value: Json | undefined): { [name: string]: string } {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, textIn(text)]))
    : {};
}
