import type { InstanceSummary } from "@flowright/client";
import { CaseRow } from "./CaseRow.tsx";
import { useCasesTexts } from "./texts.ts";

/** Cases, one in a line; on a phone one in a card. */
export function CaseTable({ items, stale }: { items: readonly InstanceSummary[]; stale: boolean }) {
  const t = useCasesTexts();
  return (
    <div className="card case-table-frame" data-stale={stale || undefined}>
      <table className="case-table">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("case")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("waits")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("due")}</th>
            <th scope="col">{t("started")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <CaseRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
