/** Widths in parts of the font's size, as an ordinary sans-serif has them: near enough to break lines. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.32;
  if (/[mwMW@%]/.test(character)) return 0.9;
  return /[A-Z0-9]/.test(character) ? 0.66 : 0.56;
}

export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character) * size;
  return width;
}

/** Breaks a text into lines of a width, at spaces and between Chinese characters; what is too much ends with an ellipsis. */
export function textLines(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? []) {
    if (line.trim() !== "" && textWidth(line + part, size) > width) {
      lines.push(line.trim());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trim() !== "") lines.push(line.trim());
  const kept = lines.slice(0, most).map((one) => cut(one, size, width));
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined) kept[kept.length - 1] = cut(`${last}…`, size, width);
  return kept;
}

function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text.replace(/…$/, "")) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
