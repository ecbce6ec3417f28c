import { compileExpression } from "@flowright/expressions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionReader, type Language, languageOf, translateExpression } from "./translate-expression.ts";

const feel = (text: string, language: Language = "juel", wanted: "boolean" | "any" = "any") =>
  translateExpression(text, language, wanted);

describe("what a small grammar covers is translated exactly", () => {
  it.each<[string, Language, string]>([
    ["#{amount > 100 && !approved}", "juel", "amount > 100 and not(approved = true)"],
    ["#{a == 'x' || b.c[0] != null}", "juel", 'a = "x" or b.c[1] != null'],
    ["#{x eq 5 and y lt 3}", "juel", "x = 5 and y < 3"],
    ["#{approved}", "juel", "approved = true"],
    ["#{execution.getVariable('x') > 3}", "juel", "x > 3"],
    ["#{order['total'] >= -1}", "juel", "order.total >= -1"],
    ["return total * (a - (b - c)) > 5;", "java", "total * (a - (b - c)) > 5"],
    ['status.equals("A")', "java", 'status = "A"'],
    ["items.size() >= 2", "groovy", "count(items) >= 2"],
    ["x === true", "javascript", "x = true"],
    ["amount = 5", "plain", "amount = 5"],
    ["= amount in [1..5]", "plain", "amount in [1..5]"],
    ["amount in [1..5]", "feel", "amount in [1..5]"],
  ])("%s (%s) is %s", (text, language, expected) => {
    const found = feel(text, language, "boolean");
    expect(found.feel).toBe(expected);
    expect(found.how).not.toBe("text");
    expect(compileExpression(found.feel).ok).toBe(true);
  });

  it("names the variables that it reads", () => {
    expect(feel("#{a.b + c > d}").reads).toEqual(["a", "c", "d"]);
  });
});

describe("what it does not cover stays text, and null runs in its place", () => {
  it.each<[string, Language]>([
    ["#{bean.check(execution)}", "juel"],
    ["#{empty x}", "juel"],
    ["approved", "javascript"],
    ["a && b", "groovy"],
    ["total / 2", "java"],
    ["Yes", "plain"],
    ["x.length > 2", "javascript"],
    ["a ? b", "juel"],
    ["#{a} and #{b}", "juel"],
    ["this.x == 1", "javascript"],
    ["for == 1", "java"],
    ["#{x */ null}", "juel"],
    ["(".repeat(300), "java"],
  ])("%s (%s)", (text, language) => {
    const found = feel(text, language, "boolean");
    expect(found.how).toBe("text");
    expect(found.feel.startsWith("null")).toBe(true);
    expect(compileExpression(found.feel).ok).toBe(true);
  });

  it("whatever the text, the result is FEEL", () => {
    const languages: Language[] = ["juel", "groovy", "javascript", "java", "plain", "feel"];
    const piece = fc.constantFrom(
      "a",
      "b.c",
      " ",
      "(",
      ")",
      "==",
      "&&",
      "!",
      "'x'",
      "1",
      "*/",
      "/*",
      "#{",
      "}",
      "=",
      "\n",
      "?",
      ":",
      "[",
      "]",
      "-",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(...languages), (pieces, language) => {
        const found = feel(pieces.join(""), language, "boolean");
        return compileExpression(found.feel).ok;
      }),
      { numRuns: 300 },
    );
  });
});

describe("the language that a file names", () => {
  it.each([
    ["http://www.omg.org/spec/FEEL/20140401", "feel"],
    ["http://groovy.codehaus.org/", "groovy"],
    ["http://www.java.com/java", "java"],
    ["http://www.javascript.com/javascript", "javascript"],
    ["http://www.w3.org/1999/XPath", "plain"],
    [undefined, "plain"],
  ])("%s is %s", (named, expected) => {
    expect(languageOf(named)).toBe(expected);
  });
});

describe("a file with too many expressions", () => {
  it("keeps the others as they are, with null in their place", () => {
    const read = expressionReader();
    for (let index = 0; index < 2000; index++) expect(read(`#{a > ${index}}`, "juel").how).toBe("translated");
    expect(read("#{a > 5}", "juel").feel).toBe("a > 5");
    expect(read("#{a > 2000}", "juel")).toEqual({ feel: "null", how: "text", reads: [] });
  });
});
