import type { Problem } from "@flowright/definition";
import { GUARD_LIMITS } from "./guard-limits.ts";
import type { GUARD_PROBLEMS } from "./guard-problems.ts";
import { placeOf, refused } from "./refused.ts";

/**
 * One pass over a text before anything parses it: refuses what could make a parser hang, fill the memory or fetch
 * something. It looks at every character once and keeps nothing but a depth and a few counters; whether the text is
 * well-formed in every respect is for the parser to say.
 */
export function scanXml(text: string): Problem | null {
  try {
    new Scan(text).run();
    return null;
  } catch (fault) {
    if (fault instanceof Stop) return fault.problem;
    throw fault;
  }
}

/** How a scan ends early; it never leaves this file. */
class Stop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const ENTITIES: ReadonlySet<string> = new Set(["amp", "lt", "gt", "quot", "apos"]);
/** The names that plain objects have a meaning for. */
const RESERVED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const NUMBERED = /^#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6})$/;
const LONGEST_REFERENCE = 12;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

class Scan {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #elements = 0;
  #attributes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      if (text.charCodeAt(this.#at) !== LESS) this.#content(LESS);
      else if (text.startsWith("<!--", this.#at)) this.#past("-->", 4);
      else if (text.startsWith("<![CDATA[", this.#at)) this.#past("]]>", 9);
      else if (text.startsWith("<!", this.#at)) this.#stop("xml.doctype", this.#at);
      else if (text.startsWith("<?", this.#at)) this.#past("?>", 2);
      else if (text.startsWith("</", this.#at)) this.#closing();
      else this.#opening();
    }
    if (this.#depth !== 0 || this.#elements === 0) this.#stop("xml.malformed", text.length);
  }

  /** Text up to a delimiter: its characters and references are looked at. */
  #content(end: number): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code === end) return;
      if (code === AMPERSAND) this.#reference();
      else this.#character(code, this.#at);
    }
  }

  #reference(): void {
    const end = this.#text.indexOf(";", this.#at);
    const whole = end >= 0 && end - this.#at <= LONGEST_REFERENCE;
    const name = this.#text.slice(this.#at + 1, whole ? end : this.#at + LONGEST_REFERENCE);
    if (!whole || !(ENTITIES.has(name) || NUMBERED.test(name))) this.#stop("xml.entity", this.#at, { name });
    if (name.startsWith("#")) {
      const number = Number(name.startsWith("#x") ? `0${name.slice(1)}` : name.slice(1));
      if (number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff)) {
        this.#stop("xml.character", this.#at, { number });
      }
      if (number <= 0xffff) this.#character(number, this.#at);
    }
    this.#at = end;
  }

  /** The characters of XML 1.0, section 2.2. */
  #character(code: number, at: number): void {
    const allowed = code >= SPACE ? code < 0xfffe : code === TAB || code === 0x0a || code === 0x0d;
    if (!allowed) this.#stop("xml.character", at, { number: code });
  }

  #past(end: string, skip: number): void {
    const begin = this.#at;
    const found = this.#text.indexOf(end, begin + skip);
    if (found < 0) this.#stop("xml.malformed", begin);
    for (let at = begin; at < found; at++) this.#character(this.#text.charCodeAt(at), at);
    this.#at = found + end.length;
  }

  #closing(): void {
    const begin = this.#at;
    this.#at += 2;
    this.#name();
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== GREATER) this.#stop("xml.malformed", this.#at);
    this.#at++;
    if (--this.#depth < 0) this.#stop("xml.malformed", begin);
  }

  #opening(): void {
    const begin = this.#at;
    this.#at++;
    this.#name();
    if (++this.#elements > GUARD_LIMITS.elements) {
      this.#stop("xml.too-many-elements", begin, { limit: GUARD_LIMITS.elements });
    }
    if (this.#depth + 1 > GUARD_LIMITS.depth) {
      this.#stop("xml.too-deep", begin, { limit: GUARD_LIMITS.depth });
    }
    for (let attributes = 0; ; attributes++) {
      this.#space();
      const code = this.#text.charCodeAt(this.#at);
      if (code === GREATER) {
        this.#depth++;
        this.#at++;
        return;
      }
      if (code === SLASH) {
        if (this.#text.charCodeAt(this.#at + 1) !== GREATER) this.#stop("xml.malformed", this.#at);
        this.#at += 2;
        return;
      }
      this.#attribute(attributes + 1);
    }
  }

  #attribute(count: number): void {
    const begin = this.#at;
    const { attributesOfElement: limit, attributes: total } = GUARD_LIMITS;
    if (count > limit || ++this.#attributes > total)
      this.#stop("xml.too-many-attributes", begin, { limit, total });
    const name = this.#name();
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== EQUALS) this.#stop("xml.malformed", this.#at);
    this.#at++;
    this.#space();
    const quote = this.#text.charCodeAt(this.#at);
    if (quote !== QUOTE && quote !== APOSTROPHE) this.#stop("xml.malformed", this.#at);
    this.#at++;
    const from = this.#at;
    this.#content(quote);
    if (this.#at >= this.#text.length) this.#stop("xml.malformed", begin);
    const value = this.#at - from <= GUARD_LIMITS.name ? this.#text.slice(from, this.#at) : "";
    if (name === "id" && RESERVED.has(value)) this.#stop("xml.name-reserved", from, { name: value });
    this.#at++;
  }

  /** A name; which characters it may have is for the parser to say. */
  #name(): string {
    const text = this.#text;
    const begin = this.#at;
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code <= SPACE || code === EQUALS || code === SLASH || code === GREATER || code === LESS) break;
      if (code === QUOTE || code === APOSTROPHE || code === AMPERSAND) this.#stop("xml.malformed", this.#at);
    }
    const { name: limit } = GUARD_LIMITS;
    if (this.#at === begin) this.#stop("xml.malformed", begin);
    if (this.#at - begin > limit) this.#stop("xml.name-too-long", begin, { limit });
    const name = text.slice(begin, this.#at);
    for (const part of name.split(":")) {
      if (part === "__proto__") this.#stop("xml.name-reserved", begin, { name: part });
    }
    return name;
  }

  #space(): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code !== SPACE && code !== TAB && code !== 0x0a && code !== 0x0d) return;
    }
    this.#stop("xml.malformed", text.length);
  }

  #stop(
    code: keyof typeof GUARD_PROBLEMS,
    at: number,
    params?: Readonly<Record<string, string | number>>,
  ): never {
    throw new Stop(refused(code, placeOf(this.#text, at), params).problem);
  }
}
