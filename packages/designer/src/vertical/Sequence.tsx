import { Fragment } from "react";
import { stepName } from "../diagram/words/step-name.ts";
import { indexOf } from "../model/document/index-of.ts";
import type { Gap } from "../model/structure/edit/insert-at.ts";
import { tailLines } from "../model/structure/find-item.ts";
import type { Sequence as Column, Item, Tail } from "../model/structure/tree.ts";
import { useTexts } from "../texts/use-texts.ts";
import { SplitBlock } from "./branch/SplitBlock.tsx";
import { TailMark } from "./branch/TailMark.tsx";
import { FreeCard } from "./card/FreeCard.tsx";
import { StepCard } from "./card/StepCard.tsx";
import { useColumnScope } from "./column-scope.ts";
import { PlusButton } from "./PlusButton.tsx";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Items below each other with a "+" between them. `begins` names what the first one follows, in a branch. */
export function Sequence({ sequence, begins }: { readonly sequence: Column; readonly begins?: string }) {
  const { items, tail } = sequence;
  return (
    <div className="fw-v-column">
      {items.map((item, at) => (
        <Fragment key={keyOf(item)}>
          {item.entry.length > 0 && (
            <Plus gap={{ edges: item.entry }} before={items[at - 1]} begins={begins} />
          )}
          {item.type === "step" && <StepCard id={item.node} />}
          {item.type === "split" && <SplitBlock split={item} last={at === items.length - 1 && ends(tail)} />}
          {item.type === "free" && <FreeCard nodes={item.nodes} />}
        </Fragment>
      ))}
      {tailLines(tail).length > 0 && (
        <Plus gap={{ edges: tailLines(tail) }} before={items.at(-1)} begins={begins} />
      )}
      {tail.type === "open" && (
        <Plus gap={{ after: tail.source }} before={items.at(-1)} begins={begins} open />
      )}
      <TailMark tail={tail} />
    </div>
  );
}

function ends(tail: Tail): boolean {
  return tail.type === "end";
}

function keyOf(item: Item): string {
  if (item.type === "free") return `free-${item.nodes[0] ?? ""}`;
  return item.node ?? "beginnings";
}

function Plus({
  gap,
  before,
  begins,
  open = false,
}: {
  readonly gap: Gap;
  readonly before: Item | undefined;
  readonly begins: string | undefined;
  readonly open?: boolean;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const { definition, lexicon } = useColumnScope();
  const id =
    before?.type === "free"
      ? before.nodes.at(-1)
      : before?.type === "split"
        ? (before.join ?? before.node)
        : before?.node;
  const name = stepName(indexOf(definition).nodes.get(id ?? "")?.node, lexicon);
  const text = id
    ? t(open ? "addNextAfter" : "addAfter", { name })
    : begins
      ? t("addFirst", { name: begins })
      : t("addNext");
  return <PlusButton gap={gap} name={text} words={open ? t("addNext") : null} />;
}
