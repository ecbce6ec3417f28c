import { refuseHttp } from "../problem/http-problems.ts";
import type { HttpResult } from "../route/define-route.ts";

/** Enough for every format that is recognised by its beginning. */
const HEAD = 4100;

/** Formats without a mark of their own: taken as declared where the content looks like text. */
const TEXT = new Set(["text/plain", "text/csv", "application/json"]);

/** Containers whose inside says what they are; the declared type is taken where it is one of these. */
const INSIDE: { readonly [container: string]: RegExp } = {
  "application/zip": /^application\/vnd\.openxmlformats-officedocument\./,
  "application/x-cfb": /^application\/(msword|vnd\.ms-(excel|powerpoint))$/,
};

export interface RecognisedFile {
  readonly mediaType: string;
  /** The whole content, the part that was looked at included. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Finds out what a file is from its first bytes; what the sender says counts only where they say nothing. */
export async function recogniseFile(
  content: AsyncIterable<Uint8Array>,
  declared: string,
): Promise<HttpResult<RecognisedFile>> {
  const iterator = content[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    size += next.value.byteLength;
  }
  const head = Buffer.concat(read);
  const mediaType = await typeOf(head, (declared.split(";")[0] ?? "").trim().toLowerCase());
  if (mediaType === null) return refuseHttp("file.content-differs", { declared: declared.slice(0, 100) });
  return { ok: true, value: { mediaType, body: joined(read, iterator) } };
}

async function typeOf(head: Buffer, declared: string): Promise<string | null> {
  // Loaded with the first file: a server that takes none keeps its memory.
  const { fileTypeFromBuffer } = await import("file-type");
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  if (found !== undefined) return INSIDE[found]?.test(declared) ? declared : found;
  // The service refuses an empty file in its own words.
  if (head.length === 0) return TEXT.has(declared) ? declared : "text/plain";
  if (TEXT.has(declared)) return head.includes(0) ? null : declared;
  return declared === "application/vnd.ms-excel" && !head.includes(0) ? "text/csv" : null;
}

async function* joined(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* read;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
