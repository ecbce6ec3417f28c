import type { BatchGroup } from "@flowright/client";
import { findNode, isContainer, type WorkflowDefinition } from "@flowright/definition";
import { Link } from "@tanstack/react-router";
import { stepName } from "../../../cases/flow/step-name.ts";
import { CheckProblems } from "../../../cases/repair/CheckProblems.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { StatusMark } from "../../../parts/StatusMark.tsx";
import { useOrderTexts } from "./texts.ts";

/** Groups that are listed; there may be thousands where every case stands somewhere else. */
const LISTED = 25;

interface MigrationGroupsProps {
  readonly groups: readonly BatchGroup[];
  readonly definitions: ReadonlyMap<number, WorkflowDefinition>;
}

/** Cases by where they stand: whether they can move, and if not, why and what to do. */
export function MigrationGroups({ groups, definitions }: MigrationGroupsProps) {
  const t = useOrderTexts();
  const language = useLanguage();
  const listed = groups.slice(0, LISTED);
  const stepsOf = ({ version, nodes }: BatchGroup) => {
    const definition = definitions.get(version);
    if (definition === undefined) return new Intl.ListFormat(language).format(nodes);
    // A sub-process is where the steps inside of it stand.
    const inner = nodes.filter((node) => {
      const found = findNode(definition, node)?.node;
      return found === undefined || !isContainer(found);
    });
    const named = (inner.length > 0 ? inner : nodes).map((node) => stepName(definition, node, language));
    return new Intl.ListFormat(language).format(named);
  };
  return (
    <>
      <ul className="order-groups">
        {listed.map((group) => {
          const { version, nodes, count, ok, problems, instanceId, instanceNumber } = group;
          const errors = problems.filter(({ severity }) => severity === "error");
          const warnings = problems.filter(({ severity }) => severity === "warning");
          return (
            <li key={`${version} ${nodes.join(" ")} ${problems.map(({ code }) => code).join(" ")}`}>
              <span className="order-group">
                <StatusMark tone={ok ? "done" : "late"}>{t(ok ? "safe" : "unsafe")}</StatusMark>
                <span>
                  {t("group", { count, version })}{" "}
                  {nodes.length > 0 ? t("standsAt", { steps: stepsOf(group) }) : t("standsNowhere")}
                </span>
                <Link
                  className="quiet"
                  to="/cases/$caseId"
                  params={{ caseId: instanceId }}
                  target="_blank"
                  rel="noopener"
                >
                  {t("example", { number: instanceNumber })}
                </Link>
              </span>
              <CheckProblems tone="late" problems={errors} />
              <CheckProblems tone="risk" problems={warnings} />
            </li>
          );
        })}
      </ul>
      {groups.length > LISTED && (
        <p className="quiet">{t("otherGroups", { count: groups.length - LISTED })}</p>
      )}
    </>
  );
}
