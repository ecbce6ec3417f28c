import ts from "typescript";
import type { Rule } from "./house.ts";

const PURE = /^packages\/(expressions|decisions|engine)\/src\//;

/**
 * The engine, decisions and expressions decide from what they are given and nothing else: no clock, no chance, nothing
 * asynchronous. The linter bans the globals; what it cannot express is looked up in the syntax tree here.
 */
export const purity: Rule = (house) =>
  house.files
    .filter((file) => PURE.test(file) && /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, house.read(file), ts.ScriptTarget.Latest, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const complaint = complaintAbout(node, source);
        if (complaint) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
          found.push(`${file}:${line + 1}: ${complaint}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });

function complaintAbout(node: ts.Node, source: ts.SourceFile): string | null {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return "async: the core is synchronous";
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) {
    return "await: the core is synchronous";
  }
  if (ts.isIdentifier(node) && node.text === "globalThis") {
    return "globalThis: the core uses only what it is given";
  }
  if (ts.isIdentifier(node) && node.text === "Promise") return "Promise: the core is synchronous";
  if (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0) {
    return "new Date(): the time comes in the context";
  }
  if (ts.isCallExpression(node) && isDate(node.expression)) return "Date(): the time comes in the context";
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const text = node.getText(source).replace(/\s/g, "");
    if (/^Date(\.now|\[["'`]now)/.test(text)) return "Date.now: the time comes in the context";
    if (/^Math(\.random|\[["'`]random)/.test(text)) return "Math.random: the core leaves nothing to chance";
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer) {
    const from = node.initializer.getText(source);
    const names = node.name.elements.map((element) => (element.propertyName ?? element.name).getText(source));
    if (from === "Date" && names.includes("now")) return "Date.now: the time comes in the context";
    if (from === "Math" && names.includes("random")) return "Math.random: the core leaves nothing to chance";
  }
  return null;
}

function isDate(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) && expression.text === "Date";
}
