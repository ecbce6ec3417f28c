import { Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Nothing } from "../../parts/Nothing.tsx";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { downloadJson } from "./download-json.ts";
import type { OpenedFlow } from "./open-flow.ts";
import { useEditTexts } from "./texts.ts";

interface BrokenDraftProps {
  readonly flow: string;
  readonly opened: OpenedFlow;
  onDiscarded(): void;
}

/** A draft that something else saved and that is no drawing: to download, or to discard. */
export function BrokenDraft({ flow, opened, onDiscarded }: BrokenDraftProps) {
  const t = useEditTexts();
  useWhereIAm(flow);
  const mayWrite = useMay("definition.write");
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: () => api().drafts.remove(flow),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      onDiscarded();
    },
  });
  return (
    <Nothing
      icon={<IconAlertTriangle size={28} />}
      title={t("broken")}
      action={
        <Group gap="xs" justify="center">
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => downloadJson(flow, opened.content)}
          >
            {t("download")}
          </Button>
          {mayWrite && (
            <Button color="red.8" loading={discard.isPending} onClick={() => discard.mutate()}>
              {t("discardDraft")}
            </Button>
          )}
          {discard.error !== null && <ProblemAlert error={discard.error} />}
        </Group>
      }
    >
      {t("brokenFix")}
    </Nothing>
  );
}
