import type { ChangeKind } from "./compare-flows.ts";

const SIGNS: Readonly<Record<ChangeKind, string>> = { added: "+", changed: "≠", removed: "−", moved: "↔" };

/** The sign of a kind of change; its word stands beside it or in the name of what it marks. */
export function ChangeMark({ change, word }: { readonly change: ChangeKind; readonly word?: string }) {
  return (
    <span className="fw-change-mark" data-change={change}>
      <span aria-hidden="true">{SIGNS[change]}</span>
      {word !== undefined && <span className="fw-change-word">{word}</span>}
    </span>
  );
}
