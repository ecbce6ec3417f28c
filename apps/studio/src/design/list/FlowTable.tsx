import type { DefinitionSummary } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { Moment } from "../../time/Moment.tsx";
import { useDesignTexts } from "./texts.ts";

/** One row for each flow; on a phone one card. */
export function FlowTable({ flows }: { flows: readonly DefinitionSummary[] }) {
  const t = useDesignTexts();
  return (
    <table className="card flow-table">
      <thead>
        <tr>
          <th scope="col">{t("flow")}</th>
          <th scope="col">{t("version")}</th>
          <th scope="col">{t("published")}</th>
          <th scope="col">{t("running")}</th>
          <th scope="col">{t("draft")}</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <Row key={flow.id} flow={flow} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ flow }: { flow: DefinitionSummary }) {
  const t = useDesignTexts();
  const language = useLanguage();
  const nameOf = usePersonName();
  const name = textOf(flow.name, language) || flow.id;
  const never = flow.latestVersion === null;
  return (
    <tr>
      <td className="flow-name-cell">
        <Link to="/design/$flowId" params={{ flowId: flow.id }} className="flow-name">
          {name}
        </Link>
        <span className="quiet flow-id cut">{flow.id}</span>
      </td>
      <td className="number">
        {flow.latestVersion === null ? (
          <span className="quiet">{t("never")}</span>
        ) : (
          t("versionNumber", { version: flow.latestVersion })
        )}
      </td>
      <td className={never ? "flow-blank" : undefined}>
        {flow.publishedAt !== null && <Moment at={flow.publishedAt} />}
        {flow.publishedBy !== null && (
          <span className="quiet flow-by">{t("by", { who: nameOf(flow.publishedBy) })}</span>
        )}
      </td>
      <td className={never ? "flow-blank" : "number"}>
        {!never && t("runningCount", { count: flow.runningInstances })}
      </td>
      <td>
        <DraftMark flow={flow} />
      </td>
    </tr>
  );
}

function DraftMark({ flow }: { flow: DefinitionSummary }) {
  const t = useDesignTexts();
  if (!flow.hasDraft) return <span className="quiet flow-unchanged">{t("draftNone")}</span>;
  return (
    <span className="flow-draft">
      <span aria-hidden="true">✎</span> {flow.latestVersion === null ? t("draftOnly") : t("draftDiffers")}
    </span>
  );
}
