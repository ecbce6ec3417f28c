import type { ScriptTask } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { STEP_TEXTS } from "./step-texts.ts";

/** Fields that a calculation sets. */
export function ScriptProperties({ node }: { node: ScriptTask }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  return (
    <PropertyGroup title={t("assignmentsGroup")} at={["/assignments"]}>
      <MappingList
        label={t("assignments")}
        at="/assignments"
        required
        value={node.assignments}
        onChange={(assignments, typing) => patch({ assignments: assignments ?? [] }, typing)}
      />
    </PropertyGroup>
  );
}
