import { type RefObject, useEffect, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** A line in the middle of the view; the branch across it is the one that is looked at. */
const MIDDLE = "0px -49.5% 0px -49.5%";

/**
 * Where branches lie beside each other beyond the border of a phone: which one is in sight, and the way to the next. A
 * finger swipes from one to the other as well. Wide views do not show it.
 */
export function BranchPager({
  row,
  count,
  begins,
}: {
  readonly row: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** No step stands above them: they are the beginnings of the flow. */
  readonly begins: boolean;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count means other columns to observe
  useEffect(() => {
    const columns = columnsOf(row.current);
    const root = row.current?.closest(".fw-vertical");
    if (!root) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
        if (entry) setAt(columns.indexOf(entry.target as HTMLElement));
      },
      { root, rootMargin: MIDDLE },
    );
    for (const column of columns) observer.observe(column);
    return () => observer.disconnect();
  }, [row, count]);
  const shown = Math.min(at, count - 1);
  return (
    <div className="fw-v-pager" data-begins={begins || undefined}>
      {turn("left", shown - 1)}
      <span>{t("branchOf", { at: shown + 1, count })}</span>
      {turn("right", shown + 1)}
    </div>
  );

  function turn(icon: "left" | "right", to: number) {
    const there = to >= 0 && to < count;
    // Not disabled at the end: it would lose the focus there.
    return (
      <button
        type="button"
        className="fw-button"
        tabIndex={-1}
        aria-disabled={!there}
        aria-label={t("showBranch", { at: (there ? to : shown) + 1, count })}
        onClick={() => lookAt(row.current, to)}
      >
        <Icon name={icon} size={18} />
      </button>
    );
  }
}

function columnsOf(row: HTMLElement | null): HTMLElement[] {
  return [...(row?.children ?? [])].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.classList.contains("fw-v-branch"),
  );
}

/** Brings a branch to the middle without moving up or down. */
function lookAt(row: HTMLElement | null, at: number): void {
  const column = columnsOf(row)[at];
  const view = row?.closest(".fw-vertical");
  const box = column?.getBoundingClientRect();
  const frame = view?.getBoundingClientRect();
  if (!box || !frame) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  view?.scrollBy({
    left: box.left + box.width / 2 - (frame.left + frame.width / 2),
    behavior: still ? "auto" : "smooth",
  });
}
