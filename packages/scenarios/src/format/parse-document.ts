import { checkStoredJson, type Problem } from "@flowright/definition";
import { type Document, isNode, LineCounter, parseDocument as parseYaml } from "yaml";
import { scenarioProblem } from "./scenario-problems.ts";

/** Characters of a file that are read. */
const LONGEST = 1_000_000;
/** How often anchors may be repeated in all: enough for hand-written files, far too few for a bomb. */
const MOST_ALIASES = 100;

export type ParsedDocument =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line and column, from 1, of the value at a JSON Pointer; of what holds it, where there is none. */
      place(path: string): { readonly line: number; readonly column: number };
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads YAML 1.2, of which JSON is a part. Never throws, whatever the text. */
export function parseDocument(source: string): ParsedDocument {
  if (source.length > LONGEST)
    return refused(scenarioProblem("scenario.too-large", "", { length: source.length, limit: LONGEST }));
  const lines = new LineCounter();
  try {
    const document = parseYaml(source, { lineCounter: lines, prettyErrors: false, version: "1.2" });
    if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(document, lines) };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const [unstorable] = checkStoredJson(value);
    const place = (path: string) => placeOf(document, lines, path);
    if (unstorable !== undefined) {
      const { en, "zh-CN": zh } = unstorable.message;
      return refused(
        scenarioProblem(
          "scenario.not-storable",
          unstorable.path,
          { reason: en, "reason:zh-CN": zh },
          place(unstorable.path),
        ),
      );
    }
    return { ok: true, value, place };
  } catch (error) {
    return refused(problemOf(error));
  }
}

function refused(problem: Problem): ParsedDocument {
  return { ok: false, problems: [problem] };
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  return document.errors.slice(0, 20).map(({ code, message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    const zh = CODES[code] ?? message;
    return scenarioProblem(
      "scenario.malformed",
      "",
      { reason: lowerFirst(message.replace(/\.$/, "")), "reason:zh-CN": zh },
      { line, column: col },
    );
  });
}

/** What the reader throws: too many aliases, or a nesting deeper than its stack. */
function problemOf(error: unknown): Problem {
  if (error instanceof ReferenceError) return scenarioProblem("scenario.too-many-aliases", "");
  const [reason, zh] =
    error instanceof RangeError
      ? ["it is nested too deeply", "嵌套层级过深"]
      : [error instanceof Error ? error.message : String(error), "无法识别的内容"];
  return scenarioProblem("scenario.malformed", "", { reason, "reason:zh-CN": zh });
}

function placeOf(document: Document.Parsed, lines: LineCounter, path: string) {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  for (let length = keys.length; length >= 0; length--) {
    const node: unknown = document.getIn(keys.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The parser's codes in Chinese. */
const CODES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "别名不能带有属性",
  BAD_ALIAS: "别名写法不正确",
  BAD_DIRECTIVE: "指令无法识别",
  BAD_DQ_ESCAPE: "双引号文本中的转义字符无法识别",
  BAD_INDENT: "缩进不正确",
  BAD_PROP_ORDER: "锚点或标签的位置不正确",
  BAD_SCALAR_START: "值不能以此字符开头",
  BLOCK_AS_IMPLICIT_KEY: "名称后不能直接跟一组内容",
  BLOCK_IN_FLOW: "括号内不能使用缩进写法",
  DUPLICATE_KEY: "名称重复",
  IMPOSSIBLE: "无法识别的内容",
  KEY_OVER_1024_CHARS: "名称过长",
  MISSING_CHAR: "缺少字符（引号、括号、逗号或冒号）",
  MULTILINE_IMPLICIT_KEY: "名称不能跨行",
  MULTIPLE_ANCHORS: "锚点重复",
  MULTIPLE_DOCS: "一个文件只能有一份文档",
  MULTIPLE_TAGS: "标签重复",
  NON_STRING_KEY: "名称必须是文本",
  RESOURCE_EXHAUSTION: "嵌套层级过深",
  TAB_AS_INDENT: "缩进不能使用制表符",
  TAG_RESOLVE_FAILED: "标签无法识别",
  UNEXPECTED_TOKEN: "此处出现了意外的内容",
};
