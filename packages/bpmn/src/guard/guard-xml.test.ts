import { expect, test } from "vitest";
import { guardXml } from "./guard-xml.ts";

const bytes = (text: string, encoding: "latin1" | "utf16le" = "latin1") =>
  new Uint8Array(Buffer.from(text, encoding));
const codeOf = (file: Uint8Array | string): string => {
  const began = performance.now();
  const guarded = guardXml(file);
  expect(performance.now() - began).toBeLessThan(2000);
  return guarded.ok ? "read" : guarded.problem.code;
};
const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
const attributes = (count: number) => Array.from({ length: count }, (_, index) => ` a${index}="1"`).join("");

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><definitions>&b;</definitions>`;

test.each<[string, string, Uint8Array | string]>([
  ["a million laughs", "xml.doctype", LAUGHS],
  ["a DOCTYPE alone", "xml.doctype", "<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>"],
  ["a DOCTYPE in small letters", "xml.doctype", "<!doctype a><a/>"],
  ["a DOCTYPE after a comment", "xml.doctype", "<?xml version='1.0'?><!-- x --><!DOCTYPE a><a/>"],
  ["a declaration inside an element", "xml.doctype", "<a><!ENTITY b 'c'></a>"],
  ["a DOCTYPE in UTF-16", "xml.doctype", bytes("\ufeff<!DOCTYPE a><a/>", "utf16le")],
  ["an entity in a text", "xml.entity", "<a>&file;</a>"],
  ["an entity in an attribute", "xml.entity", "<a b='&file;'/>"],
  ["an entity without an end", "xml.entity", "<a>a & b</a>"],
  ["a very long entity", "xml.entity", `<a>&${"x".repeat(100_000)};</a>`],
  ["a character that XML forbids", "xml.character", "<a>\u0001</a>"],
  ["the same by its number", "xml.character", "<a>&#1;</a>"],
  ["half of a pair by its number", "xml.character", "<a>&#xD800;</a>"],
  ["a number beyond all characters", "xml.character", "<a>&#x110000;</a>"],
  ["a null character in a comment", "xml.character", "<a><!--\u0000--></a>"],
  ["65 levels", "xml.too-deep", nested(65)],
  ["a million levels", "xml.too-deep", "<a>".repeat(1_000_000)],
  ["20,001 elements", "xml.too-many-elements", `<a>${"<b/>".repeat(20_000)}</a>`],
  ["201 attributes", "xml.too-many-attributes", `<a${attributes(201)}/>`],
  ["a million attributes of one element", "xml.too-many-attributes", `<a${attributes(700_000)}/>`],
  ["many attributes of many", "xml.too-many-attributes", `<a>${`<b${attributes(100)}/>`.repeat(1_001)}</a>`],
  ["a name of 600 characters", "xml.name-too-long", `<${"a".repeat(600)}/>`],
  ["more than ten million bytes", "xml.too-large", bytes(`<a>${" ".repeat(10_000_000)}</a>`)],
  ["an id that is no data", "xml.name-reserved", `<task id="__proto__"/>`],
  ["another such id", "xml.name-reserved", `<task id='constructor'/>`],
  ["such an attribute", "xml.name-reserved", `<task __proto__="a"/>`],
  ["such an element", "xml.name-reserved", `<a><x:__proto__/></a>`],
  ["such a prefix", "xml.name-reserved", `<a xmlns:__proto__="b"/>`],
  ["bytes that are no UTF-8", "xml.encoding-broken", new Uint8Array([0x3c, 0x61, 0xff, 0x3e])],
  ["half a character at the end", "xml.encoding-broken", new Uint8Array([0x3c, 0x61, 0x2f, 0x3e, 0xe4])],
  [
    "an encoding that nobody knows",
    "xml.encoding-unknown",
    bytes(`<?xml version="1.0" encoding="x-mine"?><a/>`),
  ],
  ["UTF-7", "xml.encoding-unknown", bytes(`<?xml version="1.0" encoding="utf-7"?><a/>`)],
  ["UTF-32", "xml.encoding-unknown", new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c])],
  ["nothing", "xml.malformed", ""],
  ["no element", "xml.malformed", "text"],
  ["an element that does not end", "xml.malformed", "<a"],
  ["a tag that does not end", "xml.malformed", "<a b="],
  ["an attribute without quotes", "xml.malformed", "<a b=c/>"],
  ["an attribute without an end", "xml.malformed", `<a b="c`],
  ["an end without a beginning", "xml.malformed", "<a/></a>"],
  ["a comment without an end", "xml.malformed", "<a/><!--"],
  ["CDATA without an end", "xml.malformed", `<a><![CDATA[${"]]".repeat(100_000)}</a>`],
])("%s is refused as %s", (_, code, file) => {
  expect(codeOf(file)).toBe(code);
});

test.each<[string, Uint8Array | string]>([
  ["a plain file", `<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c='2'>text &amp; &#20013; <d/></a>\n`],
  ["64 levels", nested(64)],
  ["20,000 elements", `<a>${"<b/>".repeat(19_999)}</a>`],
  ["200 attributes", `<a${attributes(200)}/>`],
  ["the word DOCTYPE in a text", "<a>DOCTYPE &lt;!DOCTYPE&gt;</a>"],
  ["the same in CDATA", "<a><![CDATA[<!DOCTYPE a> &file; ]]></a>"],
  ["the same in a comment", "<a><!-- <!DOCTYPE a> &file; --></a>"],
  ["a character beyond the first plane", "<a>😀&#x1F600;</a>"],
  ["an id that only looks like a word", `<task id="__proto" name="constructor"/>`],
])("%s is read", (_, file) => {
  expect(codeOf(file)).toBe("read");
});

test.each<[string, Uint8Array]>([
  ["UTF-8 with a mark", new Uint8Array(Buffer.from("\ufeff<a>退货</a>"))],
  ["UTF-16 with a mark", bytes("\ufeff<a>退货</a>", "utf16le")],
  ["UTF-16 without a mark", bytes("<a>退货</a>", "utf16le")],
  [
    "GB18030",
    new Uint8Array([
      ...Buffer.from(`<?xml version="1.0" encoding="GB18030"?><a>`),
      ...[0xcd, 0xcb, 0xbb, 0xf5],
      ...Buffer.from("</a>"),
    ]),
  ],
])("%s is read as what it says", (_, file) => {
  const guarded = guardXml(file);
  expect(guarded.ok && guarded.text.includes("<a>退货</a>")).toBe(true);
});

test("a problem tells line and column", () => {
  const guarded = guardXml("<a>\n  <b>&file;</b>\n</a>");
  expect(guarded).toMatchObject({
    ok: false,
    problem: { at: { line: 2, column: 6 }, params: { name: "file" } },
  });
});
