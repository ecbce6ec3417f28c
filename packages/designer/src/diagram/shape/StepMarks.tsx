import { isActivity, type Node } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { Icon } from "../icon/Icon.tsx";
import type { IconName } from "../icon/icon-paths.ts";
import { DIAGRAM_TEXTS } from "../words/diagram-texts.ts";
import type { Lexicon } from "../words/lexicon.ts";

interface Mark {
  readonly icon: IconName;
  readonly words: "allAtOnce" | "oneByOne" | "again" | "undoes" | "anyOrder";
}

/** The small signs of the notation: done several times, in any order, undoes another step. */
export function StepMarks({
  node,
  undoes,
  lexicon,
}: {
  readonly node: Node;
  readonly undoes: boolean;
  readonly lexicon: Lexicon;
}) {
  const marks = marksOf(node, undoes);
  if (marks.length === 0) return null;
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  return (
    <span className="fw-marks">
      {marks.map(({ icon, words }) => (
        <span key={icon} title={t(words)} data-mark={icon}>
          <Icon name={icon} size={14} />
        </span>
      ))}
    </span>
  );
}

/** In the order of the notation. */
function marksOf(node: Node, undoes: boolean): Mark[] {
  const marks: Mark[] = [];
  const loop = isActivity(node) ? node.loop : undefined;
  if (loop?.type === "standard") marks.push({ icon: "loop", words: "again" });
  else if (loop?.sequential) marks.push({ icon: "oneByOne", words: "oneByOne" });
  else if (loop) marks.push({ icon: "allAtOnce", words: "allAtOnce" });
  if (undoes) marks.push({ icon: "compensation", words: "undoes" });
  if (node.kind === "adHoc") marks.push({ icon: "adHoc", words: "anyOrder" });
  return marks;
}
