import { type BusinessRuleTask, type Field, textOf } from "@flowright/definition";
import { useState } from "react";
import { businessRuleTask } from "../../model/element/systems.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { columnField } from "./column-field.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { TableDrawer } from "./TableDrawer.tsx";

/** A decision: by a table of the step or by one of the workspace, and what is kept of its result. */
export function DecisionProperties({ node }: { node: BusinessRuleTask }) {
  const t = useTexts(DECISION_TEXTS);
  const patch = useNodePatch(node.id);
  const [editing, setEditing] = useState(false);
  const own = node.decision === undefined;
  return (
    <>
      <PropertyGroup title={t("work")} at={["/table", "/decision", "/noMatch"]}>
        <ChoiceProperty<"table" | "decision">
          label={t("work")}
          hideLabel
          exact
          at=""
          value={own ? "table" : "decision"}
          choices={[
            { value: "table", title: t("ownTable") },
            { value: "decision", title: t("ofWorkspace") },
          ]}
          onChange={(by) =>
            patch(
              by === "decision"
                ? { table: undefined, decision: { id: "decision" } }
                : { decision: undefined, table: freshTable() },
            )
          }
        />
        {own ? <TableSummary node={node} onEdit={() => setEditing(true)} /> : <OfWorkspace node={node} />}
        <ChoiceProperty<"incident" | "null">
          label={t("noMatch")}
          at="/noMatch"
          value={node.noMatch ?? "incident"}
          choices={[
            { value: "incident", title: t("incident") },
            { value: "null", title: t("empty") },
          ]}
          onChange={(noMatch) => patch({ noMatch: noMatch === "incident" ? undefined : noMatch })}
        />
      </PropertyGroup>
      <Output node={node} />
      {editing && node.table && (
        <TableDrawer node={node} table={node.table} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function freshTable(): BusinessRuleTask["table"] {
  const draft = businessRuleTask.draft();
  return draft.kind === "businessRuleTask" ? draft.table : undefined;
}

function TableSummary({ node, onEdit }: { node: BusinessRuleTask; onEdit: () => void }) {
  const t = useTexts(DECISION_TEXTS);
  const patch = useNodePatch(node.id);
  const readOnly = useDesigner((state) => state.readOnly);
  return (
    <span className="fw-panel-buttons">
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly && node.table === undefined}
        onClick={() => {
          if (node.table === undefined) patch({ table: freshTable() });
          onEdit();
        }}
      >
        {t("editTable")}
      </button>
      <span className="fw-form-help">{t("rules", { count: node.table?.rules.length ?? 0 })}</span>
    </span>
  );
}

function OfWorkspace({ node }: { node: BusinessRuleTask }) {
  const t = useTexts(DECISION_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const patch = useNodePatch(node.id);
  const language = useDesigner((state) => state.language);
  const decisions = useDesigner((state) => state.decisions);
  const { id, version } = node.decision ?? { id: "" };
  const write = (next: { id: string; version?: number | undefined }, typing?: string) =>
    patch(
      { decision: { id: next.id, ...(next.version === undefined ? {} : { version: next.version }) } },
      typing,
    );
  return (
    <>
      {decisions ? (
        <ChoiceProperty<string>
          label={t("decision")}
          at="/decision/id"
          value={id}
          choices={[
            ...(decisions.some((each) => each.id === id) ? [] : [{ value: id, title: p("choose") }]),
            ...decisions.map((each) => ({ value: each.id, title: textOf(each.name, language) || each.id })),
          ]}
          onChange={(next) => write({ id: next })}
        />
      ) : (
        <TextProperty
          label={t("decision")}
          at="/decision/id"
          value={id}
          onChange={(next) => write({ id: next, version }, "decision-id")}
        />
      )}
      <NumberProperty
        label={t("version")}
        at="/decision/version"
        placeholder={t("newest")}
        value={version}
        onChange={(next) => write({ id, version: next }, "decision-version")}
      />
    </>
  );
}

function Output({ node }: { node: BusinessRuleTask }) {
  const t = useTexts(DECISION_TEXTS);
  const patch = useNodePatch(node.id);
  const decisions = useDesigner((state) => state.decisions);
  const known = decisions?.find((each) => each.id === node.decision?.id)?.results;
  return (
    <PropertyGroup title={t("output")} at={["/output"]}>
      <MappingList
        label={t("outputList")}
        at="/output"
        value={node.output}
        valueScope={{
          result: node.table ? resultOf(node.table) : known ? { type: "object", properties: known } : {},
        }}
        onChange={(output, typing) => patch({ output }, typing)}
      />
    </PropertyGroup>
  );
}

/** What a table gives: one value, an object of them, or a list where several rules may count. */
function resultOf(table: NonNullable<BusinessRuleTask["table"]>): Field {
  const several = ["ruleOrder", "outputOrder"].includes(table.hitPolicy) || table.hitPolicy === "collect";
  if (several) return {};
  const [only, ...more] = table.outputs;
  if (only && more.length === 0) return columnField(only);
  return {
    type: "object",
    properties: Object.fromEntries(table.outputs.map((output) => [output.name, columnField(output)])),
  };
}
