import { type Decoded, decodeXml } from "./decode-xml.ts";
import { GUARD_LIMITS } from "./guard-limits.ts";
import { refused } from "./refused.ts";
import { scanXml } from "./scan-xml.ts";

/**
 * The text of a BPMN file, if it is safe to parse: of a known encoding, within the limits of `GUARD_LIMITS`, without
 * DOCTYPE and without entities. Takes time in proportion to the file, at most about its size again in memory.
 */
export function guardXml(file: Uint8Array | string): Decoded {
  const size = typeof file === "string" ? file.length : file.byteLength;
  const { bytes: limit } = GUARD_LIMITS;
  if (size > limit) return refused("xml.too-large", {}, { size, limit });
  const decoded = typeof file === "string" ? { ok: true as const, text: file } : decodeXml(file);
  if (!decoded.ok) return decoded;
  const text = decoded.text.charCodeAt(0) === 0xfeff ? decoded.text.slice(1) : decoded.text;
  const problem = scanXml(text);
  return problem ? { ok: false, problem } : { ok: true, text };
}
