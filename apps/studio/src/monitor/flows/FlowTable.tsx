import type { DefinitionSummary } from "@flowright/client";
import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { useTimeTexts } from "../../time/texts.ts";
import { spanWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import type { FlowNumbers } from "./flow-numbers.ts";
import { useFlowsTexts } from "./texts.ts";

interface FlowTableProps {
  readonly rows: readonly { readonly flow: DefinitionSummary; readonly numbers: FlowNumbers | undefined }[];
  /** The flow that is drawn. */
  readonly open: string | undefined;
}

/** Every flow in one line of numbers. */
export function FlowTable({ rows, open }: FlowTableProps) {
  const t = useFlowsTexts();
  return (
    <div className="card flow-table-frame">
      <table className="flow-table">
        <caption className="sr-only">{t("flows")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("flow")}</th>
            <th scope="col">{t("running")}</th>
            <th scope="col" title={t("withPeopleLead")}>
              {t("withPeople")}
            </th>
            <th scope="col">{t("overdue")}</th>
            <th scope="col">{t("incidents")}</th>
            <th scope="col">{t("oldest")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ flow, numbers }) => (
            <FlowRow key={flow.id} flow={flow} numbers={numbers} open={flow.id === open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FlowRow({
  flow,
  numbers,
  open,
}: {
  flow: DefinitionSummary;
  numbers: FlowNumbers | undefined;
  open: boolean;
}) {
  const t = useFlowsTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const name = textOf(flow.name, language);
  const oldest = numbers?.oldestSince ?? null;
  return (
    <tr data-open={open || undefined}>
      <th scope="row">
        <Link
          to="/monitor"
          search={{ flow: flow.id }}
          aria-current={open ? "true" : undefined}
          aria-label={t("show", { flow: name })}
        >
          {name}
        </Link>
      </th>
      {numbers === undefined ? (
        <td colSpan={5}>
          <Skeleton h={14} />
        </td>
      ) : (
        <>
          <td data-label={t("running")}>{numbers.running}</td>
          <td data-label={t("withPeople")}>{numbers.withPeople}</td>
          <td data-label={t("overdue")}>
            {numbers.overdue > 0 ? (
              <Link to="/monitor/cases" search={{ flow: flow.id, overdue: true }}>
                <StatusMark tone="late">{numbers.overdue}</StatusMark>
              </Link>
            ) : (
              0
            )}
          </td>
          <td data-label={t("incidents")}>
            {numbers.incidents > 0 ? (
              <Link to="/monitor/incidents">
                <StatusMark tone="incident">{numbers.incidents}</StatusMark>
              </Link>
            ) : (
              0
            )}
          </td>
          <td data-label={t("oldest")}>
            {oldest === null ? "–" : spanWords(now - Date.parse(oldest), time)}
          </td>
        </>
      )}
    </tr>
  );
}
