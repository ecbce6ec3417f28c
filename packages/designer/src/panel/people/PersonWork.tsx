import type { Approval, UserTask } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { FormGroup } from "../form/FormGroup.tsx";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { ApprovalGroup } from "./ApprovalGroup.tsx";
import { ChecklistGroup } from "./ChecklistGroup.tsx";
import { DeadlineGroup } from "./DeadlineGroup.tsx";
import { WhoGroup } from "./WhoGroup.tsx";

/** Work of a person: who, what for, until when, on which form, and when it counts as done. */
export function PersonWork({ node }: { node: UserTask | Approval }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  return (
    <>
      <WhoGroup node={node} />
      {node.kind === "approval" && <ApprovalGroup node={node} />}
      <FormGroup node={node} />
      <DeadlineGroup node={node} />
      <PropertyGroup title={t("goal")} at={["/goal"]} closed={node.goal === undefined}>
        <BilingualProperty
          label={t("goal")}
          hideLabel
          at="/goal"
          multiline
          value={node.goal}
          onChange={(goal) => patch({ goal }, "goal")}
        />
      </PropertyGroup>
      <ChecklistGroup node={node} />
      {node.kind === "userTask" && (
        <PropertyGroup title={t("output")} at={["/output"]} closed={node.output === undefined}>
          <MappingList
            label={t("outputList")}
            at="/output"
            value={node.output}
            onChange={(output, typing) => patch({ output }, typing)}
          />
        </PropertyGroup>
      )}
    </>
  );
}
