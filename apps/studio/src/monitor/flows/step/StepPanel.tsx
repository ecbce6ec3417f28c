import type { FlowStats, Incident } from "@flowright/client";
import { isContainer, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { ActionIcon, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { IncidentCards } from "../../../cases/incident/IncidentCards.tsx";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useOpenIncidents } from "../../use-open-incidents.ts";
import { shownSteps } from "../flow-numbers.ts";
import { useFlowsTexts } from "../texts.ts";
import { StepCases } from "./StepCases.tsx";
import "./step.css";

interface StepPanelProps {
  readonly flow: string;
  readonly version: number;
  readonly definition: WorkflowDefinition;
  readonly step: Node;
  readonly stats: FlowStats | undefined;
  onClose(): void;
}

/** What waits at a step: incidents first, then the cases; of a sub-process, what waits at each step inside. */
export function StepPanel({ flow, version, definition, step, stats, onClose }: StepPanelProps) {
  const t = useFlowsTexts();
  const language = useLanguage();
  const panel = useRef<HTMLElement>(null);
  const name = textOf(step.name, language) || step.id;
  const inside = isContainer(step) ? [...nodesOf(step)].map(({ node }) => node) : [step];
  const ids = new Set(inside.map(({ id }) => id));
  const waiting =
    stats === undefined ? [] : shownSteps(definition, stats).filter(({ node }) => ids.has(node));
  const incidents = (useOpenIncidents().data?.items ?? []).filter(
    ({ definitionId, node }) => definitionId === flow && ids.has(node),
  );
  useEffect(() => panel.current?.focus({ preventScroll: false }), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="step-panel"
      aria-label={t("stepCases", { step: name })}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="step-panel-head">
        <h2>{name}</h2>
        <ActionIcon aria-label={t("close")} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <IncidentCards incidents={incidents} about={(incident) => <CaseLink incident={incident} />} />
      {waiting.length === 0 && (
        <div className="step-panel-none">
          <Text fw={600}>{t("noCases")}</Text>
          <Text className="quiet">{t("noCasesFix")}</Text>
        </div>
      )}
      {waiting.map(({ node, at, waiting: count }) => {
        const inner = inside.find(({ id }) => id === node);
        return (
          <StepCases
            key={node}
            flow={flow}
            version={version}
            node={at}
            name={textOf(inner?.name, language) || node}
            count={count}
            headed={isContainer(step)}
          />
        );
      })}
    </aside>
  );
}

function CaseLink({ incident }: { incident: Incident }) {
  return (
    <p className="step-panel-case">
      <Link to="/cases/$caseId" params={{ caseId: incident.instanceId }} className="number">
        {incident.instanceNumber}
      </Link>
    </p>
  );
}
