import type { Json } from "@flowright/engine";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { Moment, Session } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";

const NOTHING: { readonly [name: string]: Json } = {};

/** The case data at a moment, with what this act has changed. */
export function CaseData({ session, moment }: { readonly session: Session; readonly moment: Moment }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const data = moment.cases[0]?.view.variables ?? NOTHING;
  const parent = moment.parent === null ? undefined : session.moments[moment.parent];
  const before = parent?.cases[0]?.view.variables ?? NOTHING;
  const names = Object.keys(data);
  return (
    <>
      <h3>{t("data")}</h3>
      {names.length === 0 && <p className="fw-play-empty">{t("noData")}</p>}
      {names.length > 0 && (
        <dl className="fw-play-data">
          {names.map((name) => {
            const now = shown(data[name]);
            const was = Object.hasOwn(before, name) ? shown(before[name]) : null;
            const change =
              parent === undefined || was === now ? null : was === null ? "newNow" : "changedNow";
            return (
              <div key={name} data-changed={change !== null || undefined}>
                <dt>{lexicon.field(name)}</dt>
                <dd>
                  <code>{now}</code>
                  {change !== null && (
                    <small>
                      {t(change)}
                      {was !== null && ` · ${t("was", { value: was })}`}
                    </small>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}

function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return "—";
  return typeof value === "string" ? value : JSON.stringify(value);
}
