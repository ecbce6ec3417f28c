import type { FlowStats } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Skeleton } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useFlowNames } from "../../cases/flow/use-flow-names.ts";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePeople } from "../../parts/use-people.ts";
import { useRoles } from "../../parts/use-roles.ts";
import { useSystems } from "../../parts/use-systems.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { useTimeTexts } from "../../time/texts.ts";
import { spanWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { shownSteps } from "./flow-numbers.ts";
import { useFlowsTexts } from "./texts.ts";

const Viewer = lazy(() => import("../../cases/flow/Viewer.tsx"));

interface LiveDiagramProps {
  readonly definition: WorkflowDefinition;
  readonly stats: FlowStats | undefined;
  onStep(id: string): void;
}

/** The flow with what waits at each step now. */
export function LiveDiagram({ definition, stats, onStep }: LiveDiagramProps) {
  const t = useFlowsTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const theme = useScheme();
  const people = usePeople();
  const { data: roles = [] } = useRoles();
  const { systems } = useSystems();
  const names = useFlowNames();
  const now = useNow();
  const overlays = useMemo(
    () =>
      Object.fromEntries(
        (stats === undefined ? [] : shownSteps(definition, stats)).map((step) => [
          step.node,
          {
            waiting: step.waiting,
            overdue: step.overdue,
            incidents: step.incidents,
            ...(step.oldestSince === null
              ? {}
              : { note: t("longest", { time: spanWords(now - Date.parse(step.oldestSince), time) }) }),
          },
        ]),
      ),
    [definition, stats, now, t, time],
  );
  return (
    <section className="live-diagram" aria-label={t("diagram", { flow: textOf(definition.name, language) })}>
      <Suspense fallback={<Skeleton h="100%" />}>
        <Viewer
          definition={definition}
          language={language}
          theme={theme}
          people={people}
          roles={roles}
          systems={systems}
          {...names}
          overlays={overlays}
          onNodeClick={onStep}
        />
      </Suspense>
    </section>
  );
}
