import type { Language } from "../model/designer-options.ts";
import { textsOf } from "../texts/texts-of.ts";
import type { ListedChange } from "./compare-flows.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";
import { listMark } from "./words/names.ts";

/** Names said before "and more". */
const MOST_NAMES = 3;

/** What changed, in one sentence: "Added “Check stock”; changed “Approve”, “Pay”." */
export function changeSummary(changes: readonly ListedChange[], language: Language): string {
  const t = textsOf(COMPARE_TEXTS, language);
  const steps = (kind: ListedChange["change"]) => [
    ...new Set(
      changes.filter(({ what, change }) => what === "step" && change === kind).map(({ title }) => title),
    ),
  ];
  const quoted = (names: readonly string[]) => {
    const said = names.slice(0, MOST_NAMES).map((name) => t("quoted", { name }));
    const more = names.length - said.length;
    return [...said, ...(more > 0 ? [t("more", { count: more })] : [])].join(listMark(language));
  };
  const part = (key: "sumAdded" | "sumChanged" | "sumRemoved", names: readonly string[]) =>
    names.length === 0 ? [] : [t(key, { names: quoted(names) })];
  const lines = changes.filter(({ what, change }) => what === "line" && change !== "moved").length;
  const flow = changes.find(({ what, change }) => what === "flow" && change === "changed");
  const settings = [...new Set((flow?.rows ?? []).map(({ label }) => label.split(" › ")[0] ?? label))];
  const parts = [
    ...part("sumAdded", steps("added")),
    ...part("sumChanged", steps("changed")),
    ...part("sumRemoved", steps("removed")),
    ...(lines === 0 ? [] : [lines === 1 ? t("sumOneLine") : t("sumLines", { count: lines })]),
    ...(flow === undefined
      ? []
      : [
          settings.length === 0
            ? t("sumFlowOne")
            : t("sumFlow", { names: settings.slice(0, MOST_NAMES).join(listMark(language)) }),
        ]),
  ];
  if (parts.length === 0) return t(changes.length > 0 ? "onlyMoves" : "none");
  const sentence = parts.join(language === "en" ? "; " : "；");
  return language === "en" ? `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.` : `${sentence}。`;
}
