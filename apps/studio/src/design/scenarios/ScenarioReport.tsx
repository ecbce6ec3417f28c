import { textOf } from "@flowright/definition";
import type { ScenarioOutcome } from "@flowright/designer/model";
import { Checkbox, Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import { useScenarioTexts } from "./texts.ts";

interface ScenarioReportProps {
  /** Null while they run. */
  readonly outcomes: readonly ScenarioOutcome[] | null;
  readonly anyway: boolean;
  onAnyway(anyway: boolean): void;
  onOpen(outcome: ScenarioOutcome): void;
}

/** What came of the scenarios before publishing: those that differ are a warning with a choice. */
export function ScenarioReport({ outcomes, anyway, onAnyway, onOpen }: ScenarioReportProps) {
  const t = useScenarioTexts();
  const language = useLanguage();
  if (outcomes === null) {
    return (
      <Text role="status" className="quiet">
        {t("running")}
      </Text>
    );
  }
  if (outcomes.length === 0) return null;
  const broken = outcomes.filter(({ ok }) => !ok);
  if (broken.length === 0) {
    return (
      <Text role="status" className="publish-passed">
        <span aria-hidden="true">✓ </span>
        {t("passed", { count: outcomes.length })}
      </Text>
    );
  }
  return (
    <section aria-label={t("broken", { count: broken.length })}>
      <Text fw={600}>{t("broken", { count: broken.length })}</Text>
      <Text size="sm" className="quiet">
        {t("brokenHelp")}
      </Text>
      <ul className="publish-problems">
        {broken.map((outcome) => (
          <li key={outcome.id}>
            <button type="button" className="plain-button publish-problem" onClick={() => onOpen(outcome)}>
              <span className="publish-problem-place">{textOf(outcome.name, language) || outcome.id}</span>
              {outcome.findings.slice(0, 3).map(({ text }) => (
                <span key={text.en}>{text[language]}</span>
              ))}
              <span className="publish-open">{t("open")}</span>
            </button>
          </li>
        ))}
      </ul>
      <Checkbox
        mt="sm"
        label={t("anyway")}
        description={t("anywayHelp")}
        checked={anyway}
        onChange={(event) => onAnyway(event.currentTarget.checked)}
      />
    </section>
  );
}
