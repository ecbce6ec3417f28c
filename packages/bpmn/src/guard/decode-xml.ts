import { type Refused, refused } from "./refused.ts";

export type Decoded = { readonly ok: true; readonly text: string } | Refused;

/** Encodings that begin otherwise than ASCII, told by their first bytes (XML 1.0, appendix F). */
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], "utf-32"],
  [[0xff, 0xfe, 0x00, 0x00], "utf-32"],
  [[0x00, 0x00, 0x00, 0x3c], "utf-32"],
  [[0x3c, 0x00, 0x00, 0x00], "utf-32"],
  [[0x4c, 0x6f, 0xa7, 0x94], "ebcdic"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xfe, 0xff], "utf-16be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0x00, 0x3c], "utf-16be"],
  [[0x3c, 0x00], "utf-16le"],
];

const DECLARED = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

/** Text of a file: by its byte-order mark, else by the encoding that it declares, else UTF-8. Broken bytes refuse it. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.[1] ?? declaredIn(bytes) ?? "utf-8";
  const decoder = decoderFor(encoding);
  if (!decoder) return refused("xml.encoding-unknown", {}, { encoding });
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return refused("xml.encoding-broken", {}, { encoding });
  }
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  // Whoever could read the declaration byte by byte has no encoding of two bytes before him.
  return declared === undefined || declared.startsWith("utf-16") ? null : declared;
}

function decoderFor(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return null;
  }
}
