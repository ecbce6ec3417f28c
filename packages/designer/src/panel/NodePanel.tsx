import { isActivity, type Node } from "@flowright/definition";
import { Icon } from "../diagram/icon/Icon.tsx";
import { iconOf } from "../diagram/icon/icon-of.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { ElementProblems } from "./ElementProblems.tsx";
import { PANEL_TEXTS } from "./panel-texts.ts";
import { BilingualProperty } from "./property/BilingualProperty.tsx";
import { PropertyGroup } from "./property/PropertyGroup.tsx";
import { renamed } from "./renamed.ts";
import { StepProperties } from "./step/StepProperties.tsx";
import { WhenGroup } from "./step/WhenGroup.tsx";
import { useNodePatch } from "./use-node-patch.ts";
import { WaysOnGroup } from "./ways/WaysOnGroup.tsx";

/** All properties of a step: its name, what its kind needs, and notes. */
export function NodePanel({ node }: { node: Node }) {
  const t = useTexts(PANEL_TEXTS);
  const language = useDesigner((state) => state.language);
  const patch = useNodePatch(node.id);
  const type = elementTypeOf(node);
  const icon = iconOf(node);
  return (
    <>
      <header className="fw-panel-head">
        <span className="fw-panel-kind" data-family={type.family}>
          {icon && <Icon name={icon} />}
          {type.name[language]}
        </span>
        <BilingualProperty
          label={t("name")}
          at="/name"
          value={node.name}
          onChange={(name) => patch({ name: renamed(node.name, name, type.name) }, "name")}
        />
        <ElementProblems id={node.id} />
      </header>
      {isActivity(node) && <WhenGroup node={node} />}
      <StepProperties node={node} />
      <WaysOnGroup node={node} />
      <PropertyGroup title={t("documentation")} at={["/documentation"]} closed>
        <BilingualProperty
          label={t("documentation")}
          hideLabel
          at="/documentation"
          multiline
          value={node.documentation}
          onChange={(documentation) => patch({ documentation }, "documentation")}
        />
      </PropertyGroup>
    </>
  );
}
