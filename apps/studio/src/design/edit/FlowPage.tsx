import { Button, Skeleton } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { useMay, useSession } from "../../session/session-query.ts";
import { BrokenDraft } from "./BrokenDraft.tsx";
import { FlowEditor } from "./FlowEditor.tsx";
import "./edit.css";
import { isDrawable } from "./is-drawable.ts";
import { openFlow } from "./open-flow.ts";
import { useEditTexts } from "./texts.ts";

const VersionView = lazyPart(async () => (await import("../versions/VersionView.tsx")).VersionView);

const route = getRouteApi("/places/design/$flowId");

/** One flow: its draft in the designer, or a published version to look at. */
export function FlowPage() {
  const { flowId } = route.useParams();
  const { version } = route.useSearch();
  return version === undefined ? (
    <DraftPage key={flowId} flow={flowId} />
  ) : (
    <Suspense fallback={<EditorSkeleton />}>
      <VersionView key={`${flowId} ${version}`} flow={flowId} version={version} />
    </Suspense>
  );
}

function DraftPage({ flow }: { flow: string }) {
  const t = useEditTexts();
  const { person, workspace } = useSession();
  const mayWrite = useMay("definition.write");
  const place = { workspace: workspace.id, user: person.user, flow };
  // Only the opening reads: from then on the designer holds the truth, and the live feed tells of others.
  const opened = useQuery({
    queryKey: ["design", flow],
    queryFn: () => openFlow(flow, mayWrite ? place : null),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (opened.isPending || (opened.isFetching && opened.isError)) return <EditorSkeleton />;
  if (opened.isError) return <LoadFailure error={opened.error} onRetry={() => void opened.refetch()} />;
  if (opened.data === null) {
    return (
      <Nothing
        icon={<IconMapOff size={28} />}
        title={t("missing")}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/design" {...props} />}>
            {t("allFlows")}
          </Button>
        }
      >
        {t("missingFix")}
      </Nothing>
    );
  }
  const reload = () => void opened.refetch();
  const { content } = opened.data;
  if (!isDrawable(content)) return <BrokenDraft flow={flow} opened={opened.data} onDiscarded={reload} />;
  return (
    <FlowEditor
      key={opened.dataUpdatedAt}
      flow={flow}
      opened={opened.data}
      content={content}
      place={place}
      onReload={reload}
    />
  );
}

function EditorSkeleton() {
  return (
    <div className="edit" aria-busy="true">
      <div className="edit-head">
        <Skeleton h={32} w={240} />
      </div>
      <div className="edit-canvas edit-canvas-skeleton">
        <Skeleton h="100%" />
      </div>
    </div>
  );
}
