import type { DefinitionVersion } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Drawer, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconHistory } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { api } from "../../session/api.ts";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { useVersionTexts } from "./texts.ts";
import { VersionItem } from "./VersionItem.tsx";
import "./versions.css";

interface VersionsDrawerProps {
  readonly opened: boolean;
  readonly flow: string;
  readonly versions: {
    readonly data: readonly DefinitionVersion[];
    readonly isError: boolean;
    readonly error: unknown;
    refetch(): unknown;
  };
  /** Null where the person may not change the draft. */
  readonly onRestore: ((definition: WorkflowDefinition) => void) | null;
  onClose(): void;
}

/** The published versions of a flow: who, when, why, and who still runs on them. */
export function VersionsDrawer({ opened, flow, versions, onRestore, onClose }: VersionsDrawerProps) {
  const t = useVersionTexts();
  const parts = usePartTexts();
  const [asked, setAsked] = useState<number | null>(null);
  const restore = useMutation({
    mutationFn: (version: number) => api().definitions.read(flow, version),
    onSuccess: ({ definition, version }) => {
      setAsked(null);
      onRestore?.(definition);
      notifications.show({ message: t("restored", { version }) });
    },
  });
  return (
    <>
      <Drawer
        opened={opened}
        onClose={onClose}
        position="right"
        size="md"
        title={<Text fw={600}>{t("title")}</Text>}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        {versions.isError && <LoadFailure error={versions.error} onRetry={() => versions.refetch()} />}
        {versions.data.length === 0 && !versions.isError && (
          <Nothing icon={<IconHistory size={28} />} title={t("none")}>
            {t("noneFix")}
          </Nothing>
        )}
        <ol className="versions">
          {versions.data.map((version, index) => (
            <VersionItem
              key={version.version}
              version={version}
              latest={index === 0}
              onRestore={onRestore === null ? null : () => setAsked(version.version)}
            />
          ))}
        </ol>
      </Drawer>
      <RestoreDialog
        version={asked}
        busy={restore.isPending}
        error={restore.error}
        onConfirm={(version) => restore.mutate(version)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
