import type { CaseMoment, EventTurn, Instance } from "@flowright/client";
import { ActionIcon, Button, Slider, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useRoleName } from "../../parts/use-role-name.ts";
import { Moment } from "../../time/Moment.tsx";
import { stepName } from "../flow/step-name.ts";
import { historyEntries } from "../history/history-entries.ts";
import { useHistoryTexts } from "../history/texts.ts";
import { momentSteps } from "./moment-steps.ts";
import "./past.css";
import { usePastTexts } from "./texts.ts";

interface PastSliderProps {
  readonly instance: Instance;
  readonly turns: readonly EventTurn[];
  /** The moment that is shown; null is now. */
  readonly seq: number | null;
  readonly moment: CaseMoment | undefined;
  onChange(seq: number | null): void;
}

/** Looks back at a case: each stop is something that happened; the last one is now. */
export function PastSlider({ instance, turns, seq, moment, onChange }: PastSliderProps) {
  const t = usePastTexts();
  const history = useHistoryTexts();
  const language = useLanguage();
  const person = usePersonName();
  const role = useRoleName(instance.definition);
  const steps = useMemo(() => {
    const namer = {
      t: history,
      person,
      role,
      step: (node: string) => stepName(instance.definition, node, language),
      language,
    };
    return momentSteps(turns, (turn) => historyEntries([turn], [], namer).map(({ line }) => line));
  }, [turns, history, person, role, instance.definition, language]);
  if (steps.length < 2) return null;
  const last = steps.length - 1;
  const place =
    seq === null
      ? last
      : Math.max(
          0,
          steps.findLastIndex((step) => step.seq <= seq),
        );
  const shown = steps[place];
  const go = (next: number) => onChange(next >= last ? null : (steps[Math.max(0, next)]?.seq ?? null));
  const label = seq === null ? t("now") : t("momentOf", { seq: place + 1, last: last + 1 });
  return (
    <section className="past" data-then={seq !== null || undefined} aria-label={t("slider")}>
      <div className="past-bar">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={place === 0}
          aria-label={t("earlier")}
          title={t("earlier")}
          onClick={() => go(place - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Slider
          className="past-slider"
          min={0}
          max={last}
          value={place}
          label={null}
          onChange={go}
          thumbLabel={t("slider")}
          thumbProps={{ "aria-valuetext": label }}
          size={4}
          thumbSize={18}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={place === last}
          aria-label={t("later")}
          title={t("later")}
          onClick={() => go(place + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <span className="past-place number">{label}</span>
      </div>
      {seq === null || shown === undefined ? (
        <Text className="quiet past-line">{t("lead")}</Text>
      ) : (
        <div className="past-line" role="status">
          <span>
            <strong>{t("asItWas")}</strong> · <Moment at={shown.at} />
            {shown.lines[0] !== undefined && ` · ${shown.lines[0]}`}
            {moment?.definition !== undefined && ` · ${t("version", { version: moment.version })}`}
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {t("backToNow")}
          </Button>
        </div>
      )}
    </section>
  );
}
