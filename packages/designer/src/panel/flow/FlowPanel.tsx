import type { Settings } from "@flowright/definition";
import { CaseFieldsEditor } from "@flowright/forms/builder";
import { useMemo } from "react";
import { type DefinitionPatch, updateDefinition } from "../../model/command/content/update-definition.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CalendarsGroup } from "../calendar/CalendarsGroup.tsx";
import { useAskedField } from "../focus/use-asked-field.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { FlowProblems } from "./FlowProblems.tsx";
import { FLOW_TEXTS } from "./flow-texts.ts";
import { RolesGroup } from "./RolesGroup.tsx";

type SettingsPatch = { [K in keyof Settings]?: Settings[K] | undefined };

/** The settings of the whole flow, shown while nothing is selected. */
export function FlowPanel() {
  const t = useTexts(FLOW_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const { name, description, variables, settings } = useDesigner((state) => state.definition);
  const asked = useAskedField("/variables/properties");
  const fields = useMemo(() => variables?.properties ?? {}, [variables]);
  const patch = (change: DefinitionPatch, typing?: string) => {
    store.getState().run(updateDefinition(change, typing));
  };
  const set = (change: SettingsPatch, typing?: string) => {
    const next = Object.entries({ ...settings, ...change }).filter(([, value]) => value !== undefined);
    patch({ settings: next.length === 0 ? undefined : Object.fromEntries(next) }, typing);
  };
  return (
    <>
      <header className="fw-panel-head">
        <span className="fw-panel-kind">{t("flow")}</span>
        <BilingualProperty
          label={t("name")}
          at="/name"
          value={name}
          onChange={(next) => patch({ name: next ?? "" }, "name")}
        />
        <BilingualProperty
          label={t("description")}
          at="/description"
          multiline
          value={description}
          onChange={(next) => patch({ description: next }, "description")}
        />
        <FlowProblems />
      </header>
      <PropertyGroup title={t("fields")} at={["/variables"]}>
        <CaseFieldsEditor
          language={language}
          readOnly={readOnly}
          fields={fields}
          asked={asked}
          onChange={(properties, typing) =>
            patch(
              { variables: { ...(variables ?? { type: "object" as const }), properties } },
              typing && `field-${typing}`,
            )
          }
        />
      </PropertyGroup>
      <RolesGroup />
      <CalendarsGroup />
      <PropertyGroup title={t("cases")} at={["/settings"]}>
        <ValueProperty
          label={t("businessKey")}
          at="/settings/businessKey"
          help={t("businessKeyHelp")}
          value={settings?.businessKey}
          onChange={(businessKey, typing) => set({ businessKey }, typing && "business-key")}
        />
        <ValueProperty
          label={t("caseTitle")}
          at="/settings/caseTitle"
          value={settings?.caseTitle}
          onChange={(caseTitle, typing) => set({ caseTitle }, typing && "case-title")}
        />
        <NumberProperty
          label={t("maxSteps")}
          at="/settings/maxSteps"
          help={t("maxStepsHelp")}
          value={settings?.maxSteps}
          onChange={(maxSteps) => set({ maxSteps }, "max-steps")}
        />
      </PropertyGroup>
    </>
  );
}
