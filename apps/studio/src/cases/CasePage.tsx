import { getRouteApi } from "@tanstack/react-router";
import { LoadFailure } from "../parts/LoadFailure.tsx";
import { useWhereIAm } from "../shell/where-i-am.ts";
import { CaseSkeleton } from "./CaseSkeleton.tsx";
import { CaseView } from "./CaseView.tsx";
import { useCaseTexts } from "./texts.ts";
import { useCase } from "./use-case.ts";

const route = getRouteApi("/places/cases/$caseId");

/** The page of one case, the same from Work, Monitor and the search. */
export function CasePage() {
  const t = useCaseTexts();
  const { caseId } = route.useParams();
  const { data, error, isError, refetch } = useCase(caseId);
  useWhereIAm(data?.number ?? t("case"));
  if (data !== undefined) return <CaseView instance={data} />;
  if (isError) return <LoadFailure error={error} onRetry={() => void refetch()} />;
  return <CaseSkeleton />;
}
