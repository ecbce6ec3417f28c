/** A run of text of a note, with how it is written. */
export interface NoteSpan {
  readonly text: string;
  readonly style?: "strong" | "emphasis" | "code";
  /** Address of a link: http or https. */
  readonly link?: string;
}

export interface NoteBlock {
  readonly type: "heading" | "paragraph" | "list" | "numbers";
  /** One for each line, or for each point of a list. */
  readonly lines: readonly (readonly NoteSpan[])[];
}

const SPAN =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*\s][^*]*)\*|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<link>https?:\/\/[^\s()]+)\)/gu;

/**
 * What a note says, for drawing: headings (`#`), lists (`-`, `1.`), `**bold**`, `*emphasis*`, `code` and links to web
 * pages. Anything else stays the text that it is; there is no way to write HTML.
 */
export function noteParts(text: string): readonly NoteBlock[] {
  const blocks: { type: NoteBlock["type"]; lines: (readonly NoteSpan[])[] }[] = [];
  let apart = true;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") {
      apart = true;
      continue;
    }
    const { type, words } = readLine(line);
    const last = blocks.at(-1);
    if (!apart && last?.type === type && type !== "heading") last.lines.push(spansOf(words));
    else blocks.push({ type, lines: [spansOf(words)] });
    apart = false;
  }
  return blocks;
}

function readLine(line: string): { type: NoteBlock["type"]; words: string } {
  const heading = /^#{1,3}\s+(.+)$/.exec(line);
  if (heading) return { type: "heading", words: heading[1] ?? "" };
  const point = /^\s*[-*]\s+(.+)$/.exec(line);
  if (point) return { type: "list", words: point[1] ?? "" };
  const number = /^\s*\d{1,3}[.)]\s+(.+)$/.exec(line);
  if (number) return { type: "numbers", words: number[1] ?? "" };
  return { type: "paragraph", words: line };
}

function spansOf(words: string): readonly NoteSpan[] {
  const spans: NoteSpan[] = [];
  let from = 0;
  for (const match of words.matchAll(SPAN)) {
    const { strong, emphasis, code, label, link } = match.groups ?? {};
    if (match.index > from) spans.push({ text: words.slice(from, match.index) });
    if (strong !== undefined) spans.push({ text: strong, style: "strong" });
    else if (emphasis !== undefined) spans.push({ text: emphasis, style: "emphasis" });
    else if (code !== undefined) spans.push({ text: code, style: "code" });
    else if (label !== undefined && link !== undefined) spans.push({ text: label, link });
    from = match.index + match[0].length;
  }
  if (from < words.length) spans.push({ text: words.slice(from) });
  return spans;
}
