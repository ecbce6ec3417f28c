import {
  isActivity,
  isContainer,
  type MessageReference,
  type MessageToSend,
  type Node,
} from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CallFlowProperties } from "../call/CallFlowProperties.tsx";
import { ContainerProperties } from "../container/ContainerProperties.tsx";
import { DecisionProperties } from "../decision/DecisionProperties.tsx";
import { MessageGroup } from "../event/MessageGroup.tsx";
import { LoopGroup } from "../loop/LoopGroup.tsx";
import { PersonWork } from "../people/PersonWork.tsx";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ServiceProperties } from "../service/ServiceProperties.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { BoundaryProperties } from "./BoundaryProperties.tsx";
import { BranchesGroup } from "./BranchesGroup.tsx";
import { ComplexProperties } from "./ComplexProperties.tsx";
import { EndProperties } from "./EndProperties.tsx";
import { CatchProperties, ThrowProperties } from "./IntermediateProperties.tsx";
import { ScriptProperties } from "./ScriptProperties.tsx";
import { StartProperties } from "./StartProperties.tsx";
import { STEP_TEXTS } from "./step-texts.ts";

/** What belongs to the kind of a step, and what every step that does work has. */
export function StepProperties({ node }: { node: Node }) {
  return (
    <>
      <OptionalProperty node={node} />
      <OfKind node={node} />
      {isActivity(node) && <LoopGroup node={node} />}
    </>
  );
}

/** A new kind does not compile until it has its properties here. */
function OfKind({ node }: { node: Node }) {
  if (isContainer(node)) return <ContainerProperties node={node} />;
  switch (node.kind) {
    case "start":
      return <StartProperties node={node} />;
    case "end":
      return <EndProperties node={node} />;
    case "userTask":
    case "approval":
      return <PersonWork node={node} />;
    case "serviceTask":
      return <ServiceProperties node={node} />;
    case "scriptTask":
      return <ScriptProperties node={node} />;
    case "businessRuleTask":
      return <DecisionProperties node={node} />;
    case "callActivity":
      return <CallFlowProperties node={node} />;
    case "sendTask":
      return (
        <MessageGroup
          node={node}
          at="/message"
          message={node.message}
          direction="tells"
          wrap={(message) => ({ message: message as MessageToSend })}
        />
      );
    case "receiveTask":
      return (
        <MessageGroup
          node={node}
          at="/message"
          message={node.message}
          direction="waits"
          wrap={(message) => ({ message: message as MessageReference })}
        />
      );
    case "exclusive":
    case "inclusive":
      return <BranchesGroup node={node} />;
    case "complex":
      return (
        <>
          <ComplexProperties node={node} />
          <BranchesGroup node={node} />
        </>
      );
    case "catch":
      return <CatchProperties node={node} />;
    case "throw":
      return <ThrowProperties node={node} />;
    case "boundary":
      return <BoundaryProperties node={node} />;
    case "manualTask":
    case "parallel":
    case "eventBased":
      return null;
  }
}

/** Means something in a plan alone; elsewhere it is shown where it is set, so that it can be taken back. */
function OptionalProperty({ node }: { node: Node }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const parent = useDesigner((state) => indexOf(state.definition).nodes.get(node.id)?.parent?.kind);
  if (!isActivity(node) || (parent !== "plan" && node.optional !== true)) return null;
  return (
    <div className="fw-panel-body">
      <CheckProperty
        label={t("optionalStep")}
        value={node.optional === true}
        onChange={(on) => patch({ optional: on || undefined })}
      />
    </div>
  );
}
