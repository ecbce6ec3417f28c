import type { InstanceSummary, Waiting } from "@flowright/client";
import { Checkbox } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { InstanceStatusMark } from "../../parts/InstanceStatusMark.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { DueMark } from "../../time/DueMark.tsx";
import { Moment } from "../../time/Moment.tsx";
import { useTimeTexts } from "../../time/texts.ts";
import { momentWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { useWhom } from "../flows/step/use-whom.ts";
import { CaseMenu } from "./CaseMenu.tsx";
import { useChoiceTexts } from "./choice/texts.ts";
import { useCasesTexts } from "./texts.ts";

interface CaseRowProps {
  readonly item: InstanceSummary;
  /** Absent where cases cannot be chosen. */
  readonly chosen?: boolean | undefined;
  onChoose(on: boolean): void;
}

/** One case of the list; a click anywhere opens it. */
export function CaseRow({ item, chosen, onChoose }: CaseRowProps) {
  const choices = useChoiceTexts();
  const t = useCasesTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const person = usePersonName();
  const whom = useWhom();
  const now = useNow();
  const waits = mostPressing(item.waiting);
  const first = waits[0];
  const steps = new Set(waits.map(({ node, choice }) => choice ?? node)).size;
  const started = momentWords(item.startedAt, now, language, time);
  return (
    <tr
      onClick={(event) => {
        if (
          (event.target as HTMLElement).closest(
            "a, button, input, .case-choice, [role=menu], [role=dialog]",
          ) !== null
        )
          return;
        void navigate({ to: "/cases/$caseId", params: { caseId: item.id } });
      }}
    >
      {chosen !== undefined && (
        <td className="case-choice">
          <Checkbox
            size="xs"
            aria-label={choices("choose", { number: item.number })}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </td>
      )}
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: item.id }} className="case-row-name">
          {item.title ?? item.number}
        </Link>
        <span className="quiet case-row-about">
          <span className="number">{item.number}</span> · {textOf(item.definitionName, language)}
        </span>
      </th>
      <td>
        <InstanceStatusMark status={item.status} incidents={item.openIncidents} />
      </td>
      <td data-label={t("waits")}>
        {first !== undefined && (textOf(first.nodeName, language) || first.node)}
        {steps > 1 && <span className="quiet"> {t("otherWaits", { count: steps - 1 })}</span>}
        {item.endedAt !== null && (
          <span className="quiet">
            {t("ended", { when: momentWords(item.endedAt, now, language, time) })}
          </span>
        )}
      </td>
      <td data-label={t("who")}>{first !== undefined && whom(first)}</td>
      <td data-label={t("due")}>
        {first !== undefined && <DueMark due={first.due} openedAt={first.since} />}
      </td>
      <td data-label={t("started")}>
        {item.startedBy === null ? (
          <Moment at={item.startedAt} />
        ) : (
          <span className="number">{t("startedBy", { when: started, who: person(item.startedBy) })}</span>
        )}
      </td>
      <td className="case-row-menu">
        <CaseMenu item={item} />
      </td>
    </tr>
  );
}

const ORDER = { incident: 0, task: 1, job: 2, call: 3, message: 4, signal: 5, timer: 6 } as const;

/** What needs somebody comes first; timers only watch over other waits. */
function mostPressing(waiting: readonly Waiting[]): Waiting[] {
  const sorted = waiting.toSorted(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.due ?? "9").localeCompare(b.due ?? "9"),
  );
  const real = sorted.filter(({ kind }) => kind !== "timer");
  return real.length > 0 ? real : sorted;
}
