import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importBpmn } from "../../src/index.ts";
import { countParts } from "./count-parts.ts";

const FOLDER = path.join(import.meta.dirname, "cases");
const CASES = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name), "utf8"));

/** A change that keeps the file well-formed: another value, another name, a part twice, a part less. */
type Change = readonly [
  kind: "value" | "element" | "drop" | "twice" | "swap" | "cut",
  at: number,
  word: string,
];

const WORDS = [
  "",
  " ",
  "gone",
  "__proto__",
  "constructor",
  "P",
  "s",
  "true",
  "-1",
  "1e999",
  "NaN",
  "=",
  "=null",
  "#{a}",
  "R-1/PT",
  "0 0 0 0 0 0 0",
  "订单",
  "a:b:c",
  "x".repeat(5000),
  "\\u0000",
  "😀",
  "]]&gt;",
];
const ELEMENTS = [
  "task",
  "userTask",
  "scriptTask",
  "subProcess",
  "adHocSubProcess",
  "boundaryEvent",
  "startEvent",
  "endEvent",
  "intermediateCatchEvent",
  "intermediateThrowEvent",
  "callActivity",
  "complexGateway",
  "lane",
  "sequenceFlow",
  "message",
  "process",
  "association",
  "textAnnotation",
  "dataObject",
  "multiInstanceLoopCharacteristics",
  "standardLoopCharacteristics",
  "linkEventDefinition",
  "compensateEventDefinition",
];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom("value", "element", "drop", "twice", "swap", "cut"),
  fc.nat(100_000),
  fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...ELEMENTS)),
);

function changed(xml: string, [kind, at, word]: Change): string {
  const pick = (pattern: RegExp) => {
    const found = [...xml.matchAll(pattern)];
    return found[at % Math.max(1, found.length)];
  };
  const replaced = (match: RegExpExecArray | undefined, text: string) =>
    match ? xml.slice(0, match.index) + text + xml.slice(match.index + match[0].length) : xml;
  switch (kind) {
    case "value": {
      const found = pick(/="[^"<]*"/g);
      return replaced(found, `="${word.replaceAll('"', "&quot;")}"`);
    }
    case "swap": {
      const [found, other] = [pick(/="[^"<]*"/g), [...xml.matchAll(/="[^"<]*"/g)][(at * 7 + 3) % 50]];
      return replaced(found, other?.[0] ?? '=""');
    }
    case "element": {
      const name = pick(/<(?:bpmn2?:)?([a-z][A-Za-z]+)/g)?.[1];
      const to = ELEMENTS[at % ELEMENTS.length] ?? "task";
      return name && name !== "definitions"
        ? xml.replaceAll(new RegExp(`(</?(?:bpmn2?:)?)${name}(?=[\\s/>])`, "g"), `$1${to}`)
        : xml;
    }
    case "drop":
      return replaced(pick(/<[^/!?<>]+\/>/g), "");
    case "twice": {
      const found = pick(/<[^/!?<>]+\/>/g);
      return replaced(found, `${found?.[0] ?? ""}${found?.[0] ?? ""}`);
    }
    case "cut":
      return at % 3 === 0 ? xml.slice(0, at % xml.length) : xml;
  }
}

describe("import never throws", () => {
  it("whatever becomes of a file, its flows hold their shape and each part has one verdict", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (xml, changes) => {
          const text = changes.reduce(changed, xml);
          const { definitions, report, problems } = importBpmn(text);
          for (const definition of definitions)
            expect(validateDefinition(definition).definition).not.toBeNull();
          if (definitions.length === 0) expect(problems.length).toBeGreaterThan(0);
          expect(
            report.entries.filter(({ reason }) => reason?.code === "not-known" && definitions.length > 0),
          ).toEqual([]);
          if (report.entries.length > 0) {
            const { elements, attributes } = countParts(text);
            expect(report.entries.length).toBe(elements + attributes);
          }
          for (const { message, fix } of problems) {
            for (const said of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]])
              expect(said).not.toBe("");
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("nor do bytes that mean nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { definitions, problems } = importBpmn(bytes);
        expect(definitions).toEqual([]);
        expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("is the same each time", () => {
    for (const xml of CASES) expect(importBpmn(xml)).toEqual(importBpmn(xml));
  });
});
