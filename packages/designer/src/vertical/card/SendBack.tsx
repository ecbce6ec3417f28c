import { stepName } from "../../diagram/words/step-name.ts";
import { connect } from "../../model/command/structure/connect.ts";
import { reconnect } from "../../model/command/structure/reconnect.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { canConnect } from "../../model/rule/can-connect.ts";
import { backToInitiator } from "../../model/structure/edit/back-to-initiator.ts";
import { stepsBefore } from "../../model/structure/steps-before.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** No id of a step. */
const INITIATOR = " initiator";

/** Where a rejected case goes back to: any step that every way here has passed. */
export function SendBack({ approval }: { readonly approval: string }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon } = useColumnScope();
  const index = indexOf(definition);
  const lines = index.outgoing.get(approval) ?? [];
  const rejected = lines.find(({ outcome }) => outcome === "rejected");
  const before = stepsBefore(definition, approval);
  const returns = rejected !== undefined && before.includes(rejected.target);
  // A way for rejected cases that leads to steps of its own is not thrown away by a choice here.
  if (rejected && !returns) return null;
  const choices = before.filter(
    (id) => id === rejected?.target || canConnect(definition, approval, id, rejected?.id ?? null) === true,
  );
  const initiator = !rejected && backToInitiator(approval).execute(definition).ok;
  if (choices.length === 0 && !initiator) return null;
  return (
    <select
      className="fw-v-select"
      aria-label={t("sendBack")}
      value={rejected?.target ?? ""}
      onChange={({ target: { value } }) => {
        if (value === INITIATOR) store.getState().run(backToInitiator(approval));
        else if (value !== "")
          store
            .getState()
            .run(rejected ? reconnect(rejected.id, { target: value }) : connect(approval, value));
      }}
    >
      {!rejected && <option value="">{t("sendBackShort")}</option>}
      {initiator && <option value={INITIATOR}>{t("backToInitiator")}</option>}
      {choices.map((id) => (
        <option key={id} value={id}>
          {t("backTo", { name: stepName(index.nodes.get(id)?.node, lexicon) })}
        </option>
      ))}
    </select>
  );
}
