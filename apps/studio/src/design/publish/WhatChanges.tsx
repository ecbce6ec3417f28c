import type { DefinitionVersion } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { CompareDialog } from "../versions/CompareDialog.tsx";
import { versionState } from "../versions/flow-state.ts";
import { DRAFT, useFlowStates } from "../versions/use-flow-states.ts";
import { WhatChanged } from "../versions/WhatChanged.tsx";
import { usePublishTexts } from "./texts.ts";

interface WhatChangesProps {
  readonly definition: WorkflowDefinition;
  /** Latest first. */
  readonly versions: readonly DefinitionVersion[];
}

/** What publishing changes against the version that new cases use now. */
export function WhatChanges({ definition, versions }: WhatChangesProps) {
  const t = usePublishTexts();
  const [comparing, setComparing] = useState(false);
  const states = useFlowStates(definition.id, definition, versions, []);
  const latest = versions[0];
  const draft = states.find(({ id }) => id === DRAFT);
  const published = states.find(({ id }) => latest !== undefined && id === versionState(latest.version));
  if (latest === undefined || draft === undefined || published === undefined) return null;
  return (
    <section aria-label={t("changes", { version: latest.version })}>
      <Text fw={600}>{t("changes", { version: latest.version })}</Text>
      <WhatChanged before={published} after={draft} />
      <Button size="xs" variant="default" mt={4} onClick={() => setComparing(true)}>
        {t("viewChanges")}
      </Button>
      {comparing && (
        <CompareDialog
          title={t("viewChanges")}
          states={states}
          before={published.id}
          after={DRAFT}
          onClose={() => setComparing(false)}
        />
      )}
    </section>
  );
}
