import type { InstanceSummary } from "@flowright/client";
import { Checkbox } from "@mantine/core";
import { CaseRow } from "./CaseRow.tsx";
import { type Choice, choose, isChosen, NONE_CHOSEN } from "./choice/choice.ts";
import { useChoiceTexts } from "./choice/texts.ts";
import { useCasesTexts } from "./texts.ts";

interface CaseTableProps {
  readonly items: readonly InstanceSummary[];
  readonly stale: boolean;
  /** Absent where the person may do nothing with them. */
  readonly choice?: Choice | undefined;
  onChoose(choice: Choice): void;
}

/** Cases, one in a line; on a phone one in a card. */
export function CaseTable({ items, stale, choice, onChoose }: CaseTableProps) {
  const t = useCasesTexts();
  const choices = useChoiceTexts();
  const all = choice !== undefined && items.length > 0 && items.every(({ id }) => isChosen(choice, id));
  const some = choice !== undefined && (choice.all || choice.ids.size > 0);
  return (
    <div className="card case-table-frame" data-stale={stale || undefined}>
      <table className="case-table">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            {choice !== undefined && (
              <td className="case-choice">
                <Checkbox
                  size="xs"
                  aria-label={choices("chooseShown")}
                  checked={all}
                  indeterminate={!all && some}
                  onChange={() =>
                    onChoose({ all: false, ids: new Set(all ? [] : items.map(({ id }) => id)) })
                  }
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
              chosen={choice === undefined ? undefined : isChosen(choice, item.id)}
              onChoose={(on) => onChoose(choose(choice ?? NONE_CHOSEN, item.id, on, items))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
