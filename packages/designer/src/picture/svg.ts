/** Characters that XML has a meaning for, or none at all. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

type Attributes = { readonly [name: string]: string | number | undefined };

/** One element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const CHINESE = /[\u2e80-\uffef]/u;

/** Fonts of Chinese texts, that of Linux first: the painter of the command line looks at no other. */
export const CHINESE_STYLE =
  '<style>.fw-zh{font-family:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",Arial,sans-serif}</style>';

/** Lines of text below each other; `y` is the middle of the block. */
export function textBlock(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number },
  look: {
    readonly size: number;
    readonly height: number;
    readonly fill: string;
    readonly weight?: number;
    readonly anchor?: "start" | "middle" | "end";
  },
): string {
  const { size, height, fill, weight, anchor = "start" } = look;
  const first = at.y - ((lines.length - 1) * height) / 2 + size * 0.35;
  return lines
    .map((line, index) =>
      element(
        "text",
        {
          x: at.x,
          y: round(first + index * height),
          "font-size": size,
          "font-weight": weight,
          // Without it a mixed text gets the first Chinese font that is found, whatever its style.
          class: CHINESE.test(line) ? "fw-zh" : undefined,
          "text-anchor": anchor === "start" ? undefined : anchor,
          fill,
        },
        escaped(line),
      ),
    )
    .join("");
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
