import { useLayoutEffect, useRef, useState } from "react";
import { useCanvasUi, useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { edgeLabel, stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { isGateway } from "../../model/geometry/size-of.ts";
import type { Branch, SplitItem } from "../../model/structure/tree.ts";
import { nodesInSequence } from "../../model/structure/tree-nodes.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { StepCard } from "../card/StepCard.tsx";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";
import { BranchHead } from "./BranchHead.tsx";
import { BranchPager } from "./BranchPager.tsx";
import { JoinMark } from "./JoinMark.tsx";

/** A step with its branches side by side, and where they come together again. */
export function SplitBlock({ split, last }: { readonly split: SplitItem; readonly last: boolean }) {
  const { definition, editable } = useColumnScope();
  const row = useRef<HTMLDivElement>(null);
  const bars = useBars(row, split);
  const node = split.node === null ? undefined : indexOf(definition).nodes.get(split.node)?.node;
  return (
    <div className="fw-v-split">
      {node && <StepCard id={node.id} />}
      {node && (
        <div className="fw-v-stem">{editable && isGateway(node.kind) && <AddBranch source={node.id} />}</div>
      )}
      {split.branches.length > 1 && <BranchPager row={row} count={split.branches.length} begins={!node} />}
      <div ref={row} className="fw-v-branches">
        {node && <span className="fw-v-bar" style={{ left: bars.top.left, width: bars.top.width }} />}
        {split.branches.map((branch, at) => (
          <Column key={keyOf(branch)} split={split} branch={branch} at={at} />
        ))}
        {!last && (
          <span
            className="fw-v-bar"
            data-bottom
            style={{ left: bars.bottom.left, width: bars.bottom.width }}
          />
        )}
      </div>
      {split.join !== null && <JoinMark id={split.join} />}
    </div>
  );
}

function keyOf({ edge, boundary, body }: Branch): string {
  return edge ?? boundary ?? nodesInSequence(body)[0] ?? "itself";
}

function Column({
  split,
  branch,
  at,
}: {
  readonly split: SplitItem;
  readonly branch: Branch;
  readonly at: number;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const ui = useCanvasUiStore();
  const { definition, lexicon, renderColumn } = useColumnScope();
  const key = keyOf(branch);
  const folded = useCanvasUi((state) => state.foldedBranches.has(key));
  const edge = branch.edge === null ? undefined : indexOf(definition).edges.get(branch.edge)?.edge;
  const label = edge ? edgeLabel(edge, lexicon) : "";
  const count = nodesInSequence(branch.body).length;
  const joins = branch.body.tail.type === "joins";
  const begins = label || t("branchOf", { at: at + 1, count: split.branches.length });
  return (
    <div className="fw-v-branch" data-branch={key} data-joins={joins || undefined}>
      {split.node !== null && <BranchHead split={split} branch={branch} at={at} folded={folded} />}
      {folded ? (
        <>
          <span className="fw-v-gap" />
          <button
            type="button"
            className="fw-v-pill"
            data-stop={`folded-${key}`}
            data-holds={nodesInSequence(branch.body).join(" ")}
            tabIndex={-1}
            onClick={() => {
              const rest = new Set(ui.getState().foldedBranches);
              rest.delete(key);
              ui.getState().set({ foldedBranches: rest });
            }}
          >
            {t("unfoldBranch", { count })}
          </button>
          {joins && <span className="fw-v-fill" />}
        </>
      ) : (
        renderColumn(branch.body, begins)
      )}
    </div>
  );
}

function AddBranch({ source }: { readonly source: string }) {
  const t = useTexts(VERTICAL_TEXTS);
  const ui = useCanvasUiStore();
  const { definition, lexicon } = useColumnScope();
  const name = stepName(indexOf(definition).nodes.get(source)?.node, lexicon);
  return (
    <button
      type="button"
      className="fw-v-pill"
      data-stop={`branch-${source}`}
      tabIndex={-1}
      aria-label={t("addBranchTo", { name })}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        ui.getState().set({
          menu: { purpose: { type: "branch", source }, at: { x: box.left, y: box.bottom + 4 } },
        });
      }}
    >
      <Icon name="plus" size={14} />
      <span aria-hidden="true">{t("addBranch")}</span>
    </button>
  );
}

interface Bar {
  readonly left: number;
  readonly width: number;
}
const NO_BAR: Bar = { left: 0, width: 0 };

/** How far the lines across must reach: columns are as wide as what is in them. */
function useBars(row: React.RefObject<HTMLDivElement | null>, split: SplitItem): { top: Bar; bottom: Bar } {
  const [bars, setBars] = useState({ top: NO_BAR, bottom: NO_BAR });
  // biome-ignore lint/correctness/useExhaustiveDependencies: branches come and go with the split
  useLayoutEffect(() => {
    const box = row.current;
    if (!box) return;
    const measure = () => {
      const columns = [...box.children].filter((child): child is HTMLElement =>
        child.classList.contains("fw-v-branch"),
      );
      const middle = (column: HTMLElement) => column.offsetLeft + column.offsetWidth / 2;
      const all = columns.map(middle);
      const joining = columns.filter(({ dataset }) => "joins" in dataset).map(middle);
      const own = box.offsetWidth / 2;
      const next = {
        top: between([...all, own]),
        bottom: joining.length === 0 ? NO_BAR : between([...joining, own]),
      };
      setBars((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [row, split]);
  return bars;
}

function between(points: readonly number[]): Bar {
  const left = Math.min(...points);
  return { left, width: Math.max(...points) - left };
}
