import type { DecisionTable } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import type { ChangeTable } from "./change-table.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";

type HitPolicy = DecisionTable["hitPolicy"];
type Aggregator = NonNullable<DecisionTable["aggregator"]>;

const POLICIES: readonly HitPolicy[] = [
  "first",
  "unique",
  "any",
  "priority",
  "ruleOrder",
  "outputOrder",
  "collect",
];
const AGGREGATORS: readonly Aggregator[] = ["list", "sum", "min", "max", "count"];

/** What belongs to the table as a whole: its name, and which of the matching rules count. */
export function TableHead({
  table,
  onChange,
  alone,
}: {
  table: DecisionTable;
  onChange: ChangeTable;
  /** A table of the workspace has the id by which it is published. */
  alone: boolean;
}) {
  const t = useTexts(DECISION_TEXTS);
  return (
    <div className="fw-table-head">
      <BilingualProperty
        label={t("name")}
        at="/name"
        value={table.name}
        onChange={(name) => onChange(withOrWithout(table, "name", name), "name")}
      />
      <ChoiceProperty<HitPolicy>
        label={t("hitPolicy")}
        at="/hitPolicy"
        value={table.hitPolicy}
        choices={POLICIES.map((value) => ({ value, title: t(value) }))}
        onChange={(hitPolicy) =>
          onChange({
            ...withOrWithout(table, "aggregator", hitPolicy === "collect" ? table.aggregator : undefined),
            hitPolicy,
          })
        }
      />
      {table.hitPolicy === "collect" && (
        <ChoiceProperty<Aggregator>
          label={t("aggregator")}
          at="/aggregator"
          value={table.aggregator ?? "list"}
          choices={AGGREGATORS.map((value) => ({ value, title: t(value) }))}
          onChange={(aggregator) =>
            onChange(withOrWithout(table, "aggregator", aggregator === "list" ? undefined : aggregator))
          }
        />
      )}
      {!alone && (
        <TextProperty
          label={t("tableId")}
          at="/id"
          value={table.id}
          onChange={(id) => onChange(withOrWithout(table, "id", id === "" ? undefined : id), "id")}
        />
      )}
    </div>
  );
}

function withOrWithout<Key extends "id" | "name" | "aggregator">(
  table: DecisionTable,
  key: Key,
  value: DecisionTable[Key] | undefined,
): DecisionTable {
  const { [key]: _old, ...rest } = table;
  return (value === undefined ? rest : { ...rest, [key]: value }) as DecisionTable;
}
