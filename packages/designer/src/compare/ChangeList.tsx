import { useEffect, useRef } from "react";
import type { Language } from "../model/designer-options.ts";
import { textsOf } from "../texts/texts-of.ts";
import { ChangeMark } from "./ChangeMark.tsx";
import type { ChangeKind, ListedChange } from "./compare-flows.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";
import type { FieldRow } from "./words/field-rows.ts";

const GROUPS = [
  ["added", "addedCount"],
  ["changed", "changedCount"],
  ["removed", "removedCount"],
  ["moved", "movedCount"],
] as const satisfies readonly (readonly [ChangeKind, string])[];

interface ChangeListProps {
  readonly changes: readonly ListedChange[];
  readonly current: string | null;
  readonly language: Language;
  onChoose(key: string): void;
}

/** What differs, one by one, with the fields before and after. */
export function ChangeList({ changes, current, language, onChoose }: ChangeListProps) {
  const t = textsOf(COMPARE_TEXTS, language);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current === null) return;
    list.current
      ?.querySelector(`[data-key="${CSS.escape(current)}"]`)
      ?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, [current]);
  return (
    <div ref={list} className="fw-change-list">
      {GROUPS.map(([kind, title]) => {
        const members = changes.filter(({ change }) => change === kind);
        if (members.length === 0) return null;
        return (
          <section key={kind} aria-label={t(title, { count: members.length })}>
            <h2>
              <ChangeMark change={kind} /> {t(title, { count: members.length })}
            </h2>
            <ul>
              {members.map((change) => (
                <li key={change.key} data-current={change.key === current || undefined}>
                  <button
                    type="button"
                    data-key={change.key}
                    aria-current={change.key === current || undefined}
                    onClick={() => onChoose(change.key)}
                  >
                    <strong>{change.title}</strong>
                    {change.kind !== "" && change.kind !== change.title && <span>{change.kind}</span>}
                  </button>
                  {change.rows.length > 0 && (
                    <dl>
                      {change.rows.map((row, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their order
                        <Row key={index} row={row} language={language} />
                      ))}
                    </dl>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Row({ row, language }: { readonly row: FieldRow; readonly language: Language }) {
  const t = textsOf(COMPARE_TEXTS, language);
  return (
    <div>
      <dt>{row.label}</dt>
      <dd>
        {row.before === null ? (
          <span className="fw-change-unset">{t("was", { value: t("notSet") })}</span>
        ) : (
          <del>
            <span className="fw-hidden">{t("was", { value: "" })}</span>
            {row.before}
          </del>
        )}{" "}
        <span aria-hidden="true">→</span>{" "}
        {row.after === null ? (
          <span className="fw-change-unset">{t("is", { value: t("notSet") })}</span>
        ) : (
          <ins>
            <span className="fw-hidden">{t("is", { value: "" })}</span>
            {row.after}
          </ins>
        )}
      </dd>
    </div>
  );
}
