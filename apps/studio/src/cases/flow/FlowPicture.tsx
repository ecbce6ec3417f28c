import type { WorkflowDefinition } from "@flowright/definition";
import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { useSystems } from "../../parts/use-systems.ts";
import { useScheme } from "../../theme/use-scheme.ts";
import { useCaseTexts } from "../texts.ts";
import { useFlowNames } from "./use-flow-names.ts";
import "./flow-picture.css";
import type { StepOverlay } from "./way-taken.ts";

// The viewer brings the canvas; whoever only reads a list does not load it.
const Viewer = lazy(() => import("./Viewer.tsx"));

interface FlowPictureProps {
  readonly definition: WorkflowDefinition;
  readonly overlays: { readonly [node: string]: StepOverlay };
  readonly takenEdges?: readonly string[];
}

/** A case on its flow: you are here. */
export function FlowPicture({ definition, overlays, takenEdges = [] }: FlowPictureProps) {
  const t = useCaseTexts();
  const language = useLanguage();
  const theme = useScheme();
  const { systems } = useSystems();
  const names = useFlowNames();
  return (
    <section className="flow-picture" aria-label={t("flow")}>
      <Suspense fallback={<Skeleton h="100%" />}>
        <Viewer
          definition={definition}
          language={language}
          theme={theme}
          systems={systems}
          {...names}
          overlays={overlays}
          takenEdges={takenEdges}
        />
      </Suspense>
    </section>
  );
}
