import { isActivity, isContainer, type Node } from "@flowright/definition";
import type { ReactNode } from "react";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { isGateway } from "../../model/geometry/size-of.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { Icon } from "../icon/Icon.tsx";
import { iconOf } from "../icon/icon-of.ts";
import { DIAGRAM_TEXTS } from "../words/diagram-texts.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { quietLine } from "../words/quiet-line.ts";
import { stepName } from "../words/step-name.ts";
import { StepMarks } from "./StepMarks.tsx";

interface ShapeProps {
  readonly node: Node;
  readonly lexicon: Lexicon;
  /** It stands beside the flow and undoes another step. */
  readonly undoes: boolean;
  readonly children?: ReactNode;
}

/** How a step looks: card, circle, diamond or container. Knows nothing of editing. */
export function StepShape(props: ShapeProps) {
  const { node } = props;
  if (isGateway(node.kind)) return <Gateway {...props} />;
  if (isContainer(node) && !node.collapsed) return <ContainerShape {...props} />;
  return isContainer(node) || isActivity(node) ? <Card {...props} /> : <Event {...props} />;
}

function Card({ node, lexicon, undoes, children }: ShapeProps) {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const quiet = quietLine(node, lexicon);
  const icon = lexicon.icon(node);
  const optional = isActivity(node) && node.optional === true;
  return (
    <div className="fw-card" data-family={elementTypeOf(node).family} data-kind={node.kind}>
      <span className="fw-chip">{icon && <Icon name={icon} size={18} />}</span>
      <span className="fw-card-text">
        <span className="fw-card-name" data-quiet={quiet !== "" || optional}>
          {stepName(node, lexicon)}
        </span>
        {(quiet || optional) && (
          <span className="fw-card-quiet">
            {[optional ? t("optional") : "", quiet].filter((part) => part !== "").join(" · ")}
          </span>
        )}
      </span>
      <StepMarks node={node} undoes={undoes} lexicon={lexicon} />
      {children}
    </div>
  );
}

function Event({ node, lexicon, children }: ShapeProps) {
  const icon = iconOf(node);
  const name = lexicon.text(node.name) || quietLine(node, lexicon);
  const steady = (node.kind === "boundary" || node.kind === "start") && node.interrupting === false;
  const tells = node.kind === "throw" || node.kind === "end";
  return (
    <div
      className="fw-event"
      data-kind={node.kind}
      data-steady={steady || undefined}
      data-tells={tells || undefined}
      data-event={icon ?? undefined}
    >
      <span className="fw-event-ring">{icon && <Icon name={icon} size={18} />}</span>
      {name && <span className="fw-under">{name}</span>}
      {children}
    </div>
  );
}

function Gateway({ node, lexicon, children }: ShapeProps) {
  const icon = iconOf(node);
  const name = lexicon.text(node.name) || quietLine(node, lexicon);
  return (
    <div className="fw-gateway">
      <span className="fw-diamond" />
      <span className="fw-gateway-mark">{icon && <Icon name={icon} size={22} />}</span>
      {name && <span className="fw-above">{name}</span>}
      {children}
    </div>
  );
}

function ContainerShape({ node, lexicon, undoes, children }: ShapeProps) {
  return (
    <div className="fw-container" data-kind={node.kind}>
      <span className="fw-container-head">
        <span className="fw-chip" data-family="container">
          <Icon name={iconOf(node) ?? "subProcess"} size={16} />
        </span>
        <span className="fw-container-name">{stepName(node, lexicon)}</span>
      </span>
      <StepMarks node={node} undoes={undoes} lexicon={lexicon} />
      {children}
    </div>
  );
}
