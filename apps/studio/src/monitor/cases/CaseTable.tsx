import type { InstanceSummary } from "@flowright/client";
import { Checkbox } from "@mantine/core";
import { useBulkTexts } from "./bulk/texts.ts";
import { CaseRow } from "./CaseRow.tsx";
import { useCasesTexts } from "./texts.ts";

interface CaseTableProps {
  readonly items: readonly InstanceSummary[];
  readonly stale: boolean;
  /** Ids of the cases that are chosen; absent where the person may do nothing with them. */
  readonly chosen?: ReadonlySet<string> | undefined;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** Cases, one in a line; on a phone one in a card. */
export function CaseTable({ items, stale, chosen, onChoose }: CaseTableProps) {
  const t = useCasesTexts();
  const bulk = useBulkTexts();
  const all = items.length > 0 && items.every(({ id }) => chosen?.has(id));
  return (
    <div className="card case-table-frame" data-stale={stale || undefined}>
      <table className="case-table">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            {chosen !== undefined && (
              <td className="case-choice">
                <Checkbox
                  size="xs"
                  aria-label={bulk("chooseAll")}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() => onChoose(new Set(all ? [] : items.map(({ id }) => id)))}
                />
              </td>
            )}
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
            <CaseRow
              key={item.id}
              item={item}
              chosen={chosen?.has(item.id)}
              onChoose={(on) => {
                const rest = [...(chosen ?? [])].filter((id) => id !== item.id);
                onChoose(new Set(on ? [...rest, item.id] : rest));
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
