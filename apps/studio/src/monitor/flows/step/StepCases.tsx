import { Anchor, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LoadFailure } from "../../../parts/LoadFailure.tsx";
import { api } from "../../../session/api.ts";
import { useFlowsTexts } from "../texts.ts";
import { StepCase } from "./StepCase.tsx";

const MOST = 50;

interface StepCasesProps {
  readonly flow: string;
  readonly version: number;
  readonly node: string;
  readonly name: string;
  readonly count: number;
  /** With the step's name above, where several steps are listed. */
  readonly headed: boolean;
}

/** The cases that wait at one step. */
export function StepCases({ flow, version, node, name, count, headed }: StepCasesProps) {
  const t = useFlowsTexts();
  const cases = useQuery({
    queryKey: ["cases", "step", flow, version, node],
    queryFn: ({ signal }) =>
      api().instances.list({ definitionId: flow, version, node, limit: MOST }, { signal }),
  });
  return (
    <section aria-label={name}>
      {headed && (
        <h3 className="step-cases-head">
          {name} <span className="quiet number">{count}</span>
        </h3>
      )}
      {cases.isPending &&
        Array.from({ length: Math.min(count, 5) }, (_, row) => row).map((row) => (
          <Skeleton key={row} h={68} mb={8} />
        ))}
      {cases.isError && <LoadFailure error={cases.error} onRetry={() => void cases.refetch()} />}
      <ul className="step-cases">
        {cases.data?.items.map((one) => (
          <StepCase key={one.id} item={one} node={node} />
        ))}
      </ul>
      {cases.data !== undefined && cases.data.next !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/monitor/cases" search={{ flow, version, step: node }} {...props} />
          )}
        >
          {t("more")}
        </Anchor>
      )}
    </section>
  );
}
