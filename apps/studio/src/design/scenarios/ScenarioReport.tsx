import { textOf } from "@flowright/definition";
import type { ScenarioOutcome } from "@flowright/designer/model";
import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import { useScenarioTexts } from "./texts.ts";
import type { ScenarioCheck } from "./use-scenario-check.ts";

interface ScenarioReportProps {
  readonly check: ScenarioCheck;
  readonly anyway: boolean;
  onAnyway(anyway: boolean): void;
  onOpen(outcome: ScenarioOutcome): void;
}

/** What came of the scenarios before publishing: those that differ, or were not run, are a warning with a choice. */
export function ScenarioReport({ check, anyway, onAnyway, onOpen }: ScenarioReportProps) {
  const t = useScenarioTexts();
  const language = useLanguage();
  const { all, outcomes, state } = check;
  if (all === 0) return null;
  if (state === "running") {
    return (
      <Group gap="sm" className="publish-running">
        <Text role="status" className="quiet">
          {t("running", { done: outcomes.length, all })}
        </Text>
        <progress value={outcomes.length} max={all} aria-label={t("progress")} />
        <Button size="compact-sm" variant="subtle" onClick={check.stop}>
          {t("stop")}
        </Button>
      </Group>
    );
  }
  const broken = outcomes.filter(({ ok }) => !ok);
  if (broken.length === 0 && state === "done") {
    return (
      <Text role="status" className="publish-passed">
        <span aria-hidden="true">✓ </span>
        {t("passed", { count: outcomes.length })}
      </Text>
    );
  }
  const heading =
    broken.length > 0 ? t("broken", { count: broken.length }) : t("stopped", { done: outcomes.length, all });
  return (
    <section aria-label={heading}>
      {state === "stopped" && (
        <Group gap="sm">
          <Text role="status" fw={600}>
            {t("stopped", { done: outcomes.length, all })}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={check.again}>
            {t("again")}
          </Button>
        </Group>
      )}
      {broken.length > 0 && (
        <>
          <Text fw={600}>{t("broken", { count: broken.length })}</Text>
          <Text size="sm" className="quiet">
            {t("brokenHelp")}
          </Text>
        </>
      )}
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
        label={t(broken.length > 0 ? "anyway" : "unrun")}
        description={t("anywayHelp")}
        checked={anyway}
        onChange={(event) => onAnyway(event.currentTarget.checked)}
      />
    </section>
  );
}
