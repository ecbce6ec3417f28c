import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { FlowrightOptions } from "../options.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { type ApiCall, defineRoute, type HttpResult } from "../route/define-route.ts";
import { registerRoute } from "../route/register-route.ts";
import { recogniseFile } from "./recognise-file.ts";

const LIMIT = 20 * 1024 * 1024;

/** More than the service takes, so that it is the service that refuses. */
const LIMITS = { fileSize: 2 * LIMIT, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 50 };

/** Pictures that a browser shows without running anything; everything else is a download. */
const SHOWN_INLINE: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
]);

export const fileRoutes = [
  defineRoute({
    operation: "files.store",
    permission: "session",
    summary:
      "Upload a file (20 MB) as a form with the part `file`, before it optionally the field `instanceId`.",
    freeBody: "file",
    // The form around the file needs a little room too; the file itself is counted by the service.
    bodyLimit: LIMIT + 64 * 1024,
    answer: "FileInfo",
    status: 201,
    handle: storeFile,
  }),
  defineRoute({
    operation: "files.read",
    permission: "session",
    summary: "Content of a file, for those who may read its case.",
    answer: { other: "The content, as a download; raster images may be shown in place." },
    handle: async ({ runtime, caller, param, reply }) => {
      const result = await runtime.files.read(caller, param("id"));
      if (!result.ok) return result;
      const { info, body } = result.value;
      sendFile(reply, info.mediaType, info.name, body);
      return result;
    },
  }),
];

/** The two routes with the parser of forms, which the others do without. */
export async function registerFileRoutes(app: FastifyInstance, options: FlowrightOptions): Promise<void> {
  // The surrounding server may read forms as well; the limits are given with each request.
  if (!app.hasRequestDecorator("isMultipart")) await app.register(multipart);
  for (const route of fileRoutes) registerRoute(app, options, route);
}

async function storeFile(call: ApiCall): Promise<HttpResult<unknown>> {
  const { runtime, caller, request } = call;
  if (!request.isMultipart()) {
    return refuseHttp("request.media-type", {
      type: (request.headers["content-type"] ?? "none").slice(0, 100),
      expected: "multipart/form-data",
    });
  }
  let instanceId: string | undefined;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === "file") return await storePart(part, instanceId);
    if (part.fieldname === "instanceId" && typeof part.value === "string" && part.value !== "") {
      instanceId = part.value;
    }
  }
  return refuseHttp("file.missing");

  async function storePart(part: MultipartFile, instance: string | undefined) {
    const recognised = await recogniseFile(part.file, part.mimetype);
    if (!recognised.ok) {
      part.file.resume();
      return recognised;
    }
    const { mediaType, body } = recognised.value;
    const name = filenameOf(part.filename);
    const result = await runtime.files.store(
      caller,
      { name, mediaType, instanceId: instance, body },
      call.once,
    );
    part.file.resume();
    return result;
  }
}

/** Browsers write three characters of a file name in a form as escapes, and those three alone. */
function filenameOf(written: string): string {
  return written.replace(/%(22|0A|0D)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Nothing that was uploaded may run as a page of ours, whatever its type says. */
function sendFile(reply: FastifyReply, mediaType: string, name: string, body: Uint8Array): void {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const disposition = SHOWN_INLINE.has(mediaType) ? "inline" : "attachment";
  reply
    .header(
      "content-disposition",
      `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeMore)}`,
    )
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("x-content-type-options", "nosniff")
    .header("cross-origin-resource-policy", "same-origin")
    .header("cache-control", "private, no-cache")
    .type(mediaType)
    .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

function escapeMore(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
