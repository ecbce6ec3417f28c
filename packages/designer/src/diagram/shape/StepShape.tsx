import type { Node } from "@flowright/definition";
import type { ReactNode } from "react";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { Icon } from "../icon/Icon.tsx";
import { iconOf } from "../icon/icon-of.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { quietLine } from "../words/quiet-line.ts";
import { stepName } from "../words/step-name.ts";

interface ShapeProps {
  readonly node: Node;
  readonly lexicon: Lexicon;
  readonly children?: ReactNode;
}

/** How a step looks: card, circle, diamond or container. Knows nothing of editing. */
export function StepShape({ node, lexicon, children }: ShapeProps) {
  switch (node.kind) {
    case "start":
    case "end":
    case "catch":
    case "boundary":
      return (
        <Event node={node} lexicon={lexicon}>
          {children}
        </Event>
      );
    case "exclusive":
    case "parallel":
    case "eventBased":
      return (
        <Gateway node={node} lexicon={lexicon}>
          {children}
        </Gateway>
      );
    case "subProcess":
      if (!node.collapsed) {
        return (
          <ContainerShape node={node} lexicon={lexicon}>
            {children}
          </ContainerShape>
        );
      }
      return (
        <Card node={node} lexicon={lexicon}>
          {children}
        </Card>
      );
    default:
      return (
        <Card node={node} lexicon={lexicon}>
          {children}
        </Card>
      );
  }
}

function Card({ node, lexicon, children }: ShapeProps) {
  const quiet = quietLine(node, lexicon);
  const icon = iconOf(node);
  return (
    <div className="fw-card" data-family={elementTypeOf(node).family}>
      <span className="fw-chip">{icon && <Icon name={icon} size={18} />}</span>
      <span className="fw-card-text">
        <span className="fw-card-name" data-quiet={quiet !== ""}>
          {stepName(node, lexicon)}
        </span>
        {quiet && <span className="fw-card-quiet">{quiet}</span>}
      </span>
      {children}
    </div>
  );
}

function Event({ node, lexicon, children }: ShapeProps) {
  const icon = iconOf(node);
  const name = lexicon.text(node.name) || quietLine(node, lexicon);
  const steady = node.kind === "boundary" && node.interrupting === false;
  return (
    <div className="fw-event" data-kind={node.kind} data-steady={steady || undefined}>
      <span className="fw-event-ring">{icon && <Icon name={icon} size={18} />}</span>
      {name && <span className="fw-under">{name}</span>}
      {children}
    </div>
  );
}

function Gateway({ node, lexicon, children }: ShapeProps) {
  const icon = iconOf(node);
  const name = lexicon.text(node.name);
  return (
    <div className="fw-gateway">
      <span className="fw-diamond" />
      <span className="fw-gateway-mark">{icon && <Icon name={icon} size={22} />}</span>
      {name && <span className="fw-above">{name}</span>}
      {children}
    </div>
  );
}

function ContainerShape({ node, lexicon, children }: ShapeProps) {
  return (
    <div className="fw-container">
      <span className="fw-container-head">
        <span className="fw-chip" data-family="container">
          <Icon name="subProcess" size={16} />
        </span>
        <span className="fw-container-name">{stepName(node, lexicon)}</span>
      </span>
      {children}
    </div>
  );
}
