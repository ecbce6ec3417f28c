import { canonicalJson } from "@flowright/definition";

/**
 * One field of ours that BPMN has no words for, or says otherwise. In a file:
 * `<flowright:setting name="event/message/key" was="…">"orderNo"</flowright:setting>`.
 */
export interface Setting {
  /** Names of properties from the outside in, separated by `/`. */
  readonly name: string;
  /** The value as JSON; absent: the field is not there. */
  readonly json?: string | undefined;
  /**
   * Fingerprint of what the BPMN around it says of this field; absent: nothing. Where another tool has changed
   * that since, the setting no longer holds and what the file says counts.
   */
  readonly was?: string | undefined;
  /**
   * For the drawing, which is lists of things: fingerprints of what the importer finds in the file and is not ours, and
   * of what is ours and not to be found in the file. With them a drawing that another tool has added to stays ours.
   */
  readonly minus?: readonly string[] | undefined;
  readonly plus?: readonly string[] | undefined;
}

/** What our export wrote at one element. */
export interface OwnSettings {
  /** Local name of the element; where it has become another one the settings no longer fit. */
  readonly on: string;
  /** Our id, where it could not be the element's. */
  readonly ownId?: string | undefined;
  readonly settings: readonly Setting[];
}

/** A short name of a JSON value's content (FNV-1a, two times 32 bits). */
export function fingerprint(value: unknown): string {
  const text = canonicalJson(value);
  let first = 0x811c9dc5;
  let second = 0x2f0b4c47;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + index), 0x01000193);
  }
  const hex = (number: number) => (number >>> 0).toString(16).padStart(8, "0");
  return hex(first) + hex(second);
}

/** JSON in which every character may stand in XML. */
export function xmlSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function pathName(parent: string, key: string): string {
  const part = key.replaceAll("~", "~0").replaceAll("/", "~1");
  return parent === "" ? part : `${parent}/${part}`;
}

export function pathParts(name: string): string[] {
  return name.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
