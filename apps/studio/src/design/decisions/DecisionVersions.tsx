import type { DecisionVersionInfo } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { usePersonName } from "../../parts/use-people.ts";
import { Moment } from "../../time/Moment.tsx";
import { useDecisionTexts } from "./texts.ts";

interface DecisionVersionsProps {
  readonly id: string;
  readonly shown: number;
  readonly versions: readonly DecisionVersionInfo[];
}

/** The published versions of a table, newest first. */
export function DecisionVersions({ id, shown, versions }: DecisionVersionsProps) {
  const t = useDecisionTexts();
  const nameOf = usePersonName();
  return (
    <section className="card decision-card">
      <h2>{t("versions")}</h2>
      <ol className="decision-list">
        {versions.map(({ version, note, publishedAt, publishedBy }, index) => (
          <li key={version}>
            <span>
              {version === shown ? (
                <strong className="number">{version}</strong>
              ) : (
                <Link
                  to="/decisions/$decisionId"
                  params={{ decisionId: id }}
                  search={index === 0 ? {} : { version }}
                  className="number"
                  aria-label={t("show", { version })}
                >
                  {version}
                </Link>
              )}
              {index === 0 && <span className="quiet"> {t("newest")}</span>}
              {version === shown && <span className="quiet"> · {t("shown")}</span>}
            </span>
            {note !== "" && <span>{note}</span>}
            <span className="quiet">
              <Moment at={publishedAt} /> · {t("by", { who: nameOf(publishedBy) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
