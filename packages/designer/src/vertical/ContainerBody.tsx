import { isContainer } from "@flowright/definition";
import { containerOf, indexOf } from "../model/document/index-of.ts";
import type { Sequence as Column } from "../model/structure/tree.ts";
import { nodesInSequence } from "../model/structure/tree-nodes.ts";
import { treeOf } from "../model/structure/tree-of.ts";
import { useTexts } from "../texts/use-texts.ts";
import { AddInto } from "./AddInto.tsx";
import { useColumnScope } from "./column-scope.ts";
import { PlanList } from "./PlanList.tsx";
import { Sequence } from "./Sequence.tsx";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** The steps of the flow (null) or of a block: its column, and what stands beside it. */
export function ContainerBody({ container }: { readonly container: string | null }) {
  const t = useTexts(VERTICAL_TEXTS);
  const { definition, editable } = useColumnScope();
  const around = container === null ? undefined : indexOf(definition).nodes.get(container)?.node;
  const inside = containerOf(definition, container);
  if (!inside) return null;
  if (around?.kind === "plan") return <PlanList plan={around} />;
  const tree = treeOf(definition, container);
  const free = around?.kind === "adHoc";
  const all = [tree.main, ...tree.asides].filter(({ items }) => items.length > 0);
  const [main, ...asides] = free ? [] : all;
  return (
    <>
      {main && <Sequence sequence={main} />}
      {free && (
        <div className="fw-v-loose">
          {all.map((aside) => (
            <Sequence key={keyOf(aside)} sequence={aside} />
          ))}
        </div>
      )}
      {asides.length > 0 && (
        <div className="fw-v-asides">
          <h2 className="fw-v-aside-title">{t("beside")}</h2>
          <div className="fw-v-loose">
            {asides.map((aside) => (
              <Sequence key={keyOf(aside)} sequence={aside} />
            ))}
          </div>
        </div>
      )}
      {free && editable && around && isContainer(around) && <AddInto container={around.id} />}
    </>
  );
}

function keyOf(column: Column): string {
  return nodesInSequence(column)[0] ?? "";
}
