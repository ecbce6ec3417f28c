import type { ContainerNode } from "@flowright/definition";
import { CaseFieldsEditor } from "@flowright/forms/builder";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useAskedField } from "../focus/use-asked-field.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { AdHocProperties } from "./AdHocProperties.tsx";

const HELP = {
  plan: "dependsHelp",
  transaction: "undoBlockHelp",
  eventSubProcess: "triggerHelp",
} as const;

/** A block of any kind: what is its own, fields that live only inside it, and how it is drawn. */
export function ContainerProperties({ node }: { node: ContainerNode }) {
  const t = useTexts(STEP_TEXTS);
  const help = node.kind in HELP ? HELP[node.kind as keyof typeof HELP] : null;
  return (
    <>
      {node.kind === "adHoc" && <AdHocProperties node={node} />}
      <OwnFields node={node} />
      <PropertyGroup title={t("block")} at={["/size"]}>
        {help && <span className="fw-form-help">{t(help)}</span>}
        <Drawn node={node} />
      </PropertyGroup>
    </>
  );
}

const LEAST = { width: 100, height: 60 };

function Drawn({ node }: { node: ContainerNode }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const resize = (side: "width" | "height", value: number | undefined) =>
    patch(
      { size: value === undefined ? undefined : { ...LEAST, ...node.size, [side]: value } },
      `size-${side}`,
    );
  return (
    <>
      <CheckProperty
        label={t("collapsed")}
        value={node.collapsed === true}
        onChange={(on) => patch({ collapsed: on || undefined })}
      />
      <span className="fw-form-pair">
        <NumberProperty
          label={t("leastWidth")}
          at="/size/width"
          min={LEAST.width}
          value={node.size?.width}
          onChange={(value) => resize("width", value)}
        />
        <NumberProperty
          label={t("leastHeight")}
          at="/size/height"
          min={LEAST.height}
          value={node.size?.height}
          onChange={(value) => resize("height", value)}
        />
      </span>
    </>
  );
}

function OwnFields({ node }: { node: ContainerNode }) {
  const t = useTexts(STEP_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const { fields, path } = usePanelScope();
  const asked = useAskedField(`${path}/variables/properties`);
  const patch = useNodePatch(node.id);
  return (
    <PropertyGroup title={t("ownFields")} at={["/variables"]} closed={node.variables === undefined}>
      <CaseFieldsEditor
        language={language}
        readOnly={readOnly}
        taken={fields}
        asked={asked}
        fields={node.variables?.properties ?? {}}
        onChange={(properties, typing) => {
          const empty = Object.keys(properties).length === 0;
          const variables = empty
            ? undefined
            : { ...(node.variables ?? { type: "object" as const }), properties };
          patch({ variables }, typing && `variables-${typing}`);
        }}
      />
    </PropertyGroup>
  );
}
