import type { ContainerNode } from "@flowright/definition";
import { Icon } from "../diagram/icon/Icon.tsx";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { textsOf } from "../texts/texts-of.ts";

/** Opens and folds a sub-process in the picture; the document stays as it is. */
export function FoldButton({
  node,
  lexicon,
  onFold,
}: {
  readonly node: ContainerNode;
  readonly lexicon: Lexicon;
  readonly onFold: (id: string) => void;
}) {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  return (
    <button
      type="button"
      className="fw-fold nodrag nopan"
      aria-expanded={!node.collapsed}
      aria-label={t(node.collapsed ? "unfold" : "fold", { name: stepName(node, lexicon) })}
      onClick={(event) => {
        event.stopPropagation();
        onFold(node.id);
      }}
    >
      <Icon name="chevron" size={16} />
    </button>
  );
}
