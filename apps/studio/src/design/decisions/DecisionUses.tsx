import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { decisionUsesQuery } from "./decision-queries.ts";
import { useDecisionTexts } from "./texts.ts";

/** Steps that ask a table, by flow. */
export function DecisionUses({ id }: { id: string }) {
  const t = useDecisionTexts();
  const language = useLanguage();
  const uses = useQuery(decisionUsesQuery(id));
  return (
    <section className="card decision-card">
      <h2>{t("uses")}</h2>
      {uses.isPending && <Skeleton h={48} />}
      {uses.isError && <LoadFailure error={uses.error} onRetry={() => void uses.refetch()} />}
      {uses.data?.length === 0 && (
        <>
          <Text>{t("usesNone")}</Text>
          <Text className="quiet">{t("usesNoneFix")}</Text>
        </>
      )}
      <ul className="decision-list">
        {uses.data?.map(({ definitionId, definitionName, version, node, nodeName, asks }) => (
          <li key={`${definitionId} ${version} ${node}`}>
            <Link to="/design/$flowId" params={{ flowId: definitionId }} search={{ version }}>
              {textOf(nodeName, language) || node}
            </Link>
            <span>{t("inFlow", { flow: textOf(definitionName, language) || definitionId, version })}</span>
            <span className="quiet">
              {asks === null ? t("asksNewest") : t("asksVersion", { version: asks })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
