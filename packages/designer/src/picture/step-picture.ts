import { isActivity, isContainer, type Node } from "@flowright/definition";
import { iconOf } from "../diagram/icon/icon-of.ts";
import { ICON_PATHS, type IconName } from "../diagram/icon/icon-paths.ts";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import { quietLine } from "../diagram/words/quiet-line.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { isGateway, type Place } from "../model/geometry/size-of.ts";
import { textsOf } from "../texts/texts-of.ts";
import { COLOURS, FAMILIES } from "./colours.ts";
import { element, textBlock } from "./svg.ts";
import { textLines } from "./text-lines.ts";

/** One step as it stands on the canvas; `place` is in the coordinates of the picture. */
export function stepPicture(node: Node, place: Place, lexicon: Lexicon, undoes: boolean): string {
  const drawn = isGateway(node.kind)
    ? gateway(node, place, lexicon)
    : isContainer(node) && !node.collapsed
      ? container(node, place, lexicon, undoes)
      : isContainer(node) || isActivity(node)
        ? card(node, place, lexicon, undoes)
        : event(node, place, lexicon);
  return element("g", { "data-id": node.id, "data-kind": node.kind }, drawn);
}

function familyOf(node: Node) {
  return FAMILIES[elementTypeOf(node).family] ?? { strong: COLOURS.text, soft: COLOURS.surface };
}

function card(node: Node, { x, y, width, height }: Place, lexicon: Lexicon, undoes: boolean): string {
  const { strong, soft } = familyOf(node);
  const optional = isActivity(node) && node.optional === true;
  const quiet = [
    optional ? textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages)("optional") : "",
    quietLine(node, lexicon),
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const icon = iconOf(node);
  const marks = marksOf(node, undoes);
  const room = width - 14 - 32 - 12 - 12 - (marks.length > 0 ? 18 : 0);
  const names = textLines(stepName(node, lexicon), 13, room, quiet === "" ? 2 : 1);
  const left = x + 58;
  const middle = y + height / 2;
  const bold = node.kind === "callActivity";
  return [
    element("rect", {
      x,
      y,
      width,
      height,
      rx: 8,
      fill: COLOURS.surface,
      stroke: bold
        ? COLOURS.borderStrong
        : node.kind === "eventSubProcess"
          ? COLOURS.containerBorder
          : COLOURS.border,
      "stroke-width": bold ? 3 : undefined,
      "stroke-dasharray": node.kind === "eventSubProcess" ? "2 3" : undefined,
    }),
    element("path", { d: `M${x + 4} ${y}h-1a4 8 0 0 0 -3 8v${height - 16}a4 8 0 0 0 3 8h1z`, fill: strong }),
    element("rect", { x: x + 14, y: middle - 16, width: 32, height: 32, rx: 6, fill: soft }),
    icon === null ? "" : iconAt(icon, x + 30, middle, 18, strong),
    textBlock(
      names,
      { x: left, y: quiet === "" ? middle : middle - 9 },
      { size: 13, height: 17, fill: COLOURS.text, weight: 600 },
    ),
    quiet === ""
      ? ""
      : textBlock(
          textLines(quiet, 12, room, 1),
          { x: left, y: middle + 9 },
          { size: 12, height: 17, fill: COLOURS.quiet },
        ),
    ...marks.map((mark, index) =>
      iconAt(mark, x + width - 16, middle + (index - (marks.length - 1) / 2) * 16, 14, COLOURS.quiet),
    ),
  ].join("");
}

/** The small signs of the notation: done several times, undoes another step, in any order. */
function marksOf(node: Node, undoes: boolean): IconName[] {
  const loop = isActivity(node) ? node.loop : undefined;
  const marks: IconName[] = [];
  if (loop?.type === "standard") marks.push("loop");
  else if (loop !== undefined) marks.push(loop.sequential ? "oneByOne" : "allAtOnce");
  if (undoes) marks.push("compensation");
  if (node.kind === "adHoc") marks.push("adHoc");
  return marks;
}

function event(node: Node, { x, y, width, height }: Place, lexicon: Lexicon): string {
  const { strong } = FAMILIES.event ?? { strong: COLOURS.text };
  const icon = iconOf(node);
  const name = lexicon.text(node.name) || quietLine(node, lexicon);
  const [cx, cy, r] = [x + width / 2, y + height / 2, width / 2];
  const steady = (node.kind === "boundary" || node.kind === "start") && node.interrupting === false;
  const twice = node.kind === "boundary" || node.kind === "catch" || node.kind === "throw";
  const tells = node.kind === "throw" || node.kind === "end";
  const ring = {
    cx,
    cy,
    fill: COLOURS.surface,
    stroke: strong,
    "stroke-dasharray": steady ? "4 3" : undefined,
  };
  const boundary = node.kind === "boundary";
  const lines = name === "" ? [] : textLines(name, 12, boundary ? 76 : 136, 2);
  const under = boundary
    ? { x: x + width / 2 - 10, y: y + height + 4 }
    : { x: cx, y: y + height + 12 + ((lines.length - 1) * 16) / 2 };
  return [
    element("circle", {
      ...ring,
      r: node.kind === "end" ? r - 2 : r - 0.75,
      "stroke-width": node.kind === "end" ? 4 : 1.5,
    }),
    twice ? element("circle", { ...ring, r: r - 4, "stroke-width": 1.2 }) : "",
    icon === null ? "" : iconAt(icon, cx, cy, 18, strong, tells),
    textBlock(lines, under, {
      size: 12,
      height: 16,
      fill: COLOURS.text,
      anchor: boundary ? "end" : "middle",
    }),
  ].join("");
}

function gateway(node: Node, { x, y, width, height }: Place, lexicon: Lexicon): string {
  const { strong } = FAMILIES.decision ?? { strong: COLOURS.text };
  const icon = iconOf(node);
  const name = lexicon.text(node.name) || quietLine(node, lexicon);
  const [cx, cy] = [x + width / 2, y + height / 2];
  const side = width - 12.8;
  const lines = name === "" ? [] : textLines(name, 12, 116, 2);
  return [
    element("rect", {
      x: cx - side / 2,
      y: cy - side / 2,
      width: side,
      height: side,
      rx: 5,
      fill: COLOURS.surface,
      stroke: strong,
      "stroke-width": 1.5,
      transform: `rotate(45 ${cx} ${cy})`,
    }),
    icon === null ? "" : iconAt(icon, cx, cy, 22, strong),
    textBlock(
      lines,
      { x: cx - 10, y: y - 2 - ((lines.length - 1) * 16) / 2 },
      { size: 12, height: 16, fill: COLOURS.text, anchor: "end" },
    ),
  ].join("");
}

function container(node: Node, { x, y, width, height }: Place, lexicon: Lexicon, undoes: boolean): string {
  const { strong, soft } = familyOf(node);
  const frame = { fill: COLOURS.containerGround, stroke: COLOURS.containerBorder };
  const dotted = node.kind === "eventSubProcess" ? "2 3" : undefined;
  const marks = marksOf(node, undoes);
  return [
    element("rect", { x, y, width, height, rx: 12, ...frame, "stroke-dasharray": dotted }),
    node.kind === "transaction"
      ? element("rect", {
          x: x + 3,
          y: y + 3,
          width: width - 6,
          height: height - 6,
          rx: 9,
          fill: "none",
          stroke: COLOURS.containerBorder,
        })
      : "",
    element("rect", { x: x + 10, y: y + 8, width: 24, height: 24, rx: 6, fill: soft }),
    iconAt(iconOf(node) ?? "subProcess", x + 22, y + 20, 16, strong),
    textBlock(
      textLines(stepName(node, lexicon), 13, width - 90, 1),
      { x: x + 42, y: y + 20 },
      { size: 13, height: 17, fill: COLOURS.text, weight: 600 },
    ),
    ...marks.map((mark, index) =>
      iconAt(mark, x + width / 2 + (index - (marks.length - 1) / 2) * 20, y + height - 15, 14, COLOURS.quiet),
    ),
  ].join("");
}

function iconAt(
  name: IconName,
  cx: number,
  cy: number,
  size: number,
  colour: string,
  filled = false,
): string {
  const scale = size / 20;
  return element("path", {
    d: ICON_PATHS[name],
    transform: `translate(${cx - size / 2} ${cy - size / 2}) scale(${scale})`,
    fill: filled ? colour : "none",
    stroke: filled && name === "message" ? COLOURS.surface : colour,
    "stroke-width": 1.6,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}
