import type { DefinitionSummary } from "@flowright/client";
import { Button, Skeleton } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useLiveFlows } from "../live/use-live-flows.ts";
import { MonitorFrame } from "../MonitorFrame.tsx";
import { FlowStage } from "./FlowStage.tsx";
import { FlowTable } from "./FlowTable.tsx";
import "./flows.css";
import { useFlowsTexts } from "./texts.ts";
import { useFlowNumbers } from "./use-flow-numbers.ts";

const route = getRouteApi("/places/monitor");
const NONE: readonly DefinitionSummary[] = [];

/** Every flow with its numbers, and one of them drawn with what waits at each step. */
export function FlowsPage() {
  const t = useFlowsTexts();
  useWhereIAm(t("title"));
  return (
    <MonitorFrame>
      <Flows />
    </MonitorFrame>
  );
}

function Flows() {
  const t = useFlowsTexts();
  const mayDraw = useMay("definition.write", "definition.publish");
  const { flow: chosen } = route.useSearch();
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const published = flows.data?.filter(({ latestVersion }) => latestVersion !== null) ?? NONE;
  useLiveFlows(published.map(({ id }) => id));
  const rows = useFlowNumbers(published);
  if (flows.isError) return <LoadFailure error={flows.error} onRetry={() => void flows.refetch()} />;
  if (flows.isPending) return <FlowsSkeleton />;
  if (rows.length === 0) {
    return (
      <Nothing
        icon={<IconRoute size={28} />}
        title={t("none")}
        action={
          mayDraw && (
            <Button variant="default" renderRoot={(props) => <Link to="/design" {...props} />}>
              {t("toDesign")}
            </Button>
          )
        }
      >
        {t("noneFix")}
      </Nothing>
    );
  }
  const ready = rows.every(({ numbers, failed }) => numbers !== undefined || failed);
  const busiest = rows.toSorted((a, b) => weight(b.numbers) - weight(a.numbers))[0];
  // Until all numbers are known the busiest could still change under the reader's eyes.
  const open = rows.find(({ flow }) => flow.id === chosen) ?? (ready ? busiest : undefined);
  return (
    <div className="flows">
      <FlowTable rows={rows} open={open?.flow.id} />
      {open === undefined ? (
        <Skeleton h="100%" mih={320} />
      ) : (
        <FlowStage key={open.flow.id} flow={open.flow} />
      )}
    </div>
  );
}

/** A flow with incidents comes first, then the one with most cases. */
function weight(numbers: { running: number; incidents: number } | undefined): number {
  return numbers === undefined ? 0 : numbers.incidents * 1_000_000 + numbers.running;
}

function FlowsSkeleton() {
  return (
    <div className="flows" aria-busy="true">
      <Skeleton h={76} />
      <Skeleton h="100%" mih={320} />
    </div>
  );
}
