import type { InstanceSummary } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { DueMark } from "../../../time/DueMark.tsx";
import { Moment } from "../../../time/Moment.tsx";
import { useFlowsTexts } from "../texts.ts";
import { useWhom } from "./use-whom.ts";

/** One case that waits at a step: since when, for whom, until when. */
export function StepCase({ item, node }: { item: InstanceSummary; node: string }) {
  const t = useFlowsTexts();
  const whom = useWhom();
  const waits = item.waiting.filter((wait) => wait.node === node);
  const first = waits[0];
  return (
    <li className="step-case">
      <Link to="/cases/$caseId" params={{ caseId: item.id }} className="step-case-name">
        {item.title ?? t("untitled", { number: item.number })}
      </Link>
      <p className="quiet">
        <span className="number">{item.number}</span>
        {first !== undefined && (
          <>
            {" · "}
            {t("since")} <Moment at={first.since} />
          </>
        )}
      </p>
      {first !== undefined && (
        <p className="step-case-whom">
          <span>{waits.map(whom).join(" · ")}</span>
          <DueMark due={first.due} openedAt={first.since} />
        </p>
      )}
    </li>
  );
}
