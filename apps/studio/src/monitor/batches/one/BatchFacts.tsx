import type { BatchDetail, BatchFilter } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { stepName } from "../../../cases/flow/step-name.ts";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePersonName } from "../../../parts/use-people.ts";
import { api } from "../../../session/api.ts";
import { Moment } from "../../../time/Moment.tsx";
import { useCasesTexts } from "../../cases/texts.ts";
import { useOneBatchTexts } from "./texts.ts";

/** How the cases were chosen, what is done exactly, and who did what about the batch. */
export function BatchFacts({ batch }: { batch: BatchDetail }) {
  const t = useOneBatchTexts();
  const person = usePersonName();
  const { operation, choice, history, finishedAt, status } = batch;
  const step = useStepNames(batch);
  return (
    <aside className="card batch-facts" aria-label={t("facts")}>
      <h2>{t("facts")}</h2>
      <dl>
        {choice !== null && (
          <Fact name={t("chosen")}>
            {choice.by === "ids" && t("byIds")}
            {choice.by === "filter" && <FilterWords where={choice.where ?? {}} step={step} />}
            {choice.by === "failedOf" && (
              <>
                {t("byFailed")}{" "}
                <Link to="/monitor/batches/$batchId" params={{ batchId: choice.failedOf ?? "" }}>
                  {t("otherBatch")}
                </Link>
              </>
            )}
          </Fact>
        )}
        {operation.kind === "skip" && (
          <Fact name={t("step")}>
            {operation.node === undefined ? t("stepIncidents") : step(operation.node)}
          </Fact>
        )}
        {operation.kind === "move" && (
          <Fact name={t("step")}>{t("fromTo", { from: step(operation.from), to: step(operation.to) })}</Fact>
        )}
        {operation.kind === "migrate" && Object.keys(operation.nodes ?? {}).length > 0 && (
          <Fact name={t("mapped")}>
            {Object.entries(operation.nodes ?? {}).map(([from, to]) => (
              <span key={from} className="batch-line">
                {t("mappedTo", { from: step(from), to: step(String(to)) })}
              </span>
            ))}
          </Fact>
        )}
        {"reason" in operation && operation.reason !== undefined && operation.reason !== "" && (
          <Fact name={t("reason")}>{operation.reason}</Fact>
        )}
      </dl>
      <h3>{t("history")}</h3>
      <ul className="batch-history">
        {history.map(({ what, at, by }) => (
          <li key={`${what} ${at}`}>
            {t(`did.${what}`, { who: person(by) })} <Moment at={at} />
          </li>
        ))}
        {status === "finished" && finishedAt !== null && (
          <li>
            {t("did.finished")} <Moment at={finishedAt} />
          </li>
        )}
      </ul>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FilterWords({ where, step }: { where: BatchFilter; step: (node: string) => string }) {
  const t = useOneBatchTexts();
  const cases = useCasesTexts();
  const language = useLanguage();
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const { definitionId, version, status, node, incident, overdue, startedByMe, search } = where;
  const flow = textOf(flows.data?.find(({ id }) => id === definitionId)?.name, language);
  const words = [
    definitionId !== undefined && t("filter.flow", { value: flow || definitionId }),
    version !== undefined && t("filter.version", { value: version }),
    node !== undefined && t("filter.step", { value: step(node) }),
    status !== undefined && t("filter.status", { value: cases(status) }),
    incident !== undefined && t(incident ? "filter.incident" : "filter.noIncident"),
    overdue === true && t("filter.overdue"),
    startedByMe === true && t("filter.mine"),
    search !== undefined && t("filter.search", { value: search }),
  ].filter((one): one is string => typeof one === "string");
  if (words.length === 0) return t("byEverything");
  return t("byFilter", { filter: words.join(language === "en" ? ", " : "、") });
}

/** Names of steps, as the versions of the flow have them that the batch is about. */
function useStepNames({ definitionId, operation, choice }: BatchDetail): (node: string) => string {
  const language = useLanguage();
  const version =
    operation.kind === "migrate" ? operation.version : (choice?.where?.version ?? ("latest" as const));
  const read = (one: number | "latest") => ({
    queryKey: ["definition", definitionId, "version", one],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api().definitions.read(definitionId ?? "", one, { signal }),
    enabled: definitionId !== null,
  });
  const named = useQuery(read(version));
  const latest = useQuery(read("latest"));
  return (node) => {
    for (const { data } of [named, latest]) {
      const name = data === undefined ? node : stepName(data.definition, node, language);
      if (name !== node) return name;
    }
    return node;
  };
}
