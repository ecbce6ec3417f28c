import type { SubProcess } from "@flowright/definition";
import { CaseFieldsEditor } from "@flowright/forms/builder";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { useAskedField } from "../property/use-asked-field.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { STEP_TEXTS } from "./step-texts.ts";

/** A sub-process: fields that live only inside it, and how it is drawn. */
export function SubProcessProperties({ node }: { node: SubProcess }) {
  const t = useTexts(STEP_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const { fields, path } = usePanelScope();
  const asked = useAskedField(`${path}/variables/properties`);
  const patch = useNodePatch(node.id);
  return (
    <>
      <PropertyGroup title={t("subProcess")} at={[]}>
        <CheckProperty
          label={t("collapsed")}
          value={node.collapsed === true}
          onChange={(on) => patch({ collapsed: on || undefined })}
        />
      </PropertyGroup>
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
    </>
  );
}
