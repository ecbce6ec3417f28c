import type { Timer } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";

type Repeated = Extract<Timer, { cron: string } | { cycle: string }>;
type MissedStarts = NonNullable<Repeated["missed"]>;

/** What becomes of the times that pass while no server runs. */
export function MissedProperty(props: {
  readonly at: string;
  readonly value: MissedStarts | undefined;
  readonly onChange: (missed: MissedStarts) => void;
}) {
  const t = useTexts(EVENT_TEXTS);
  return (
    <ChoiceProperty<MissedStarts>
      label={t("missed")}
      at={props.at}
      value={props.value ?? "once"}
      choices={[
        { value: "once", title: t("missedOnce") },
        { value: "each", title: t("missedEach") },
        { value: "none", title: t("missedNone") },
      ]}
      onChange={props.onChange}
    />
  );
}

/** What is usual is not written down. */
export function withMissed(timer: Repeated, missed: MissedStarts): Repeated {
  const { missed: _, ...rest } = timer;
  return missed === "once" ? rest : { ...rest, missed };
}
