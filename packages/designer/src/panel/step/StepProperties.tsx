import type { Node } from "@flowright/definition";
import { PersonWork } from "../people/PersonWork.tsx";
import { ServiceProperties } from "../service/ServiceProperties.tsx";
import { BoundaryProperties } from "./BoundaryProperties.tsx";
import { BranchesGroup } from "./BranchesGroup.tsx";
import { CatchProperties } from "./CatchProperties.tsx";
import { EndProperties } from "./EndProperties.tsx";
import { MessageGroup } from "./MessageGroup.tsx";
import { ScriptProperties } from "./ScriptProperties.tsx";
import { StartProperties } from "./StartProperties.tsx";
import { SubProcessProperties } from "./SubProcessProperties.tsx";

/** What belongs to the kind of a step. A new kind does not compile until it has its properties here. */
export function StepProperties({ node }: { node: Node }) {
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
    case "receiveTask":
      return (
        <MessageGroup node={node} at="/message" message={node.message} wrap={(message) => ({ message })} />
      );
    case "exclusive":
      return <BranchesGroup node={node} />;
    case "catch":
      return <CatchProperties node={node} />;
    case "boundary":
      return <BoundaryProperties node={node} />;
    case "subProcess":
      return <SubProcessProperties node={node} />;
    case "parallel":
    case "eventBased":
      return null;
  }
}
