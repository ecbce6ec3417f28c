import { type ExplainedExpression, explainExpression } from "@flowright/expressions";
import { useMemo } from "react";
import type { ScopeFields } from "../property/panel-scope.ts";

/** What an editor says of a formula; null where there is nothing to say yet. */
export function useExplained(source: string, fields: ScopeFields): ExplainedExpression | null {
  return useMemo(() => (source.trim() === "" ? null : explainExpression(source, fields)), [source, fields]);
}

/** The same text as the field above it lies on, with a line under what is wrong. Not read aloud: the words say it. */
export function FeelMarks({
  source,
  errors,
}: {
  readonly source: string;
  readonly errors: ExplainedExpression["errors"];
}) {
  const [first] = errors;
  if (!first) return null;
  // An error at the end has no text of its own to be marked.
  const from = Math.min(first.at.offset, Math.max(0, source.length - 1));
  const to = Math.max(from + 1, Math.min(source.length, first.at.offset + first.at.length));
  return (
    <span className="fw-feel-marks fw-panel-code" aria-hidden="true">
      {source.slice(0, from)}
      <mark>{source.slice(from, to)}</mark>
      {source.slice(to)}
    </span>
  );
}
