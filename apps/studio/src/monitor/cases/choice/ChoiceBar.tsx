import type { InstanceSummary } from "@flowright/client";
import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../session/api.ts";
import { OrderDialog } from "../../batches/order/OrderDialog.tsx";
import type { OrderKind } from "../../batches/order/order.ts";
import { type CaseSearch, caseQueryOf } from "../case-search.ts";
import "./choice.css";
import { ALL_CHOSEN, batchChoiceOf, type Choice, flowOf, NONE_CHOSEN } from "./choice.ts";
import { useChoiceTexts } from "./texts.ts";

interface ChoiceBarProps {
  readonly choice: Choice;
  readonly search: CaseSearch;
  readonly shown: readonly InstanceSummary[];
  /** There are more cases than those shown. */
  readonly more: boolean;
  onChoose(choice: Choice): void;
}

const FIRST = ["retry", "suspend", "resume", "cancel"] as const;
const ANY_FLOW = ["skip"] as const;
const ONE_FLOW = ["move", "migrate"] as const;

/** How many cases are chosen, how to choose all that match, and what can be done with them. */
export function ChoiceBar({ choice, search, shown, more, onChoose }: ChoiceBarProps) {
  const t = useChoiceTexts();
  const [order, setOrder] = useState<OrderKind | null>(null);
  const where = caseQueryOf(search);
  const nobody = !choice.all && choice.ids.size === 0;
  const count = useQuery({
    queryKey: ["cases", "count", where],
    queryFn: ({ signal }) => api().batches.count({ where }, { signal }),
    enabled: !nobody && (choice.all || more),
  });
  if (nobody) return null;
  const { total, tooMany } = count.data ?? { total: null, tooMany: false };
  const chosen = choice.all ? (total ?? 0) : choice.ids.size;
  const allShown = !choice.all && shown.length > 0 && shown.every(({ id }) => choice.ids.has(id));
  const flow = flowOf(choice, search, shown);
  return (
    <section className="card choice-bar" aria-label={t("bar")}>
      <div className="choice-count">
        <strong aria-live="polite">{t(choice.all ? "allChosen" : "chosen", { count: chosen })}</strong>
        {allShown && more && total !== null && !tooMany && (
          <Button size="xs" variant="default" onClick={() => onChoose(ALL_CHOSEN)}>
            {t("chooseAll", { count: total })}
          </Button>
        )}
        {!choice.all && !allShown && (
          <Button
            className="choice-shown"
            size="xs"
            variant="default"
            onClick={() => onChoose({ all: false, ids: new Set(shown.map(({ id }) => id)) })}
          >
            {t("chooseShown")}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={() => onChoose(NONE_CHOSEN)}>
          {t("clear")}
        </Button>
      </div>
      <Group gap="xs">
        {FIRST.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            disabled={choice.all && count.data === undefined}
            onClick={() => setOrder(kind)}
          >
            {t(kind)}
          </Button>
        ))}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden="true" />}
              disabled={choice.all && count.data === undefined}
            >
              {t("more")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {ANY_FLOW.map((kind) => (
              <Menu.Item key={kind} onClick={() => setOrder(kind)}>
                {t(kind)}
              </Menu.Item>
            ))}
            {ONE_FLOW.map((kind) => (
              <Menu.Item key={kind} disabled={flow === null} onClick={() => setOrder(kind)}>
                {t(kind)}
              </Menu.Item>
            ))}
            {flow === null && <Menu.Label>{t("oneFlow")}</Menu.Label>}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {allShown && more && tooMany && <p className="quiet choice-note">{t("tooMany")}</p>}
      {order !== null && (
        <OrderDialog
          kind={order}
          choice={batchChoiceOf(choice, search)}
          count={chosen}
          flow={flow}
          version={search.version}
          onClose={() => setOrder(null)}
        />
      )}
    </section>
  );
}
