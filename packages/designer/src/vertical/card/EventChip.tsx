import type { Node } from "@flowright/definition";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { iconOf } from "../../diagram/icon/icon-of.ts";
import { eventWords } from "../../diagram/words/event-words.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** What may happen while the step is open; where it leads somewhere, its branch stands below. */
export function EventChip({ event }: { readonly event: Node }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon, selected } = useColumnScope();
  if (event.kind !== "boundary") return null;
  const leads = (indexOf(definition).outgoing.get(event.id) ?? []).length > 0;
  const what = lexicon.text(event.name) || eventWords(event.event, lexicon);
  const detail = eventWords(event.event, lexicon);
  const full = what === detail ? what : `${what} (${detail})`;
  const text = event.interrupting === false ? full : t("interrupts", { what: full });
  const icon = iconOf(event);
  return (
    <button
      type="button"
      className="fw-v-event"
      {...(leads ? {} : { "data-stop": event.id })}
      data-selected={selected === event.id || undefined}
      tabIndex={-1}
      aria-label={t("whileOpen", { what: text })}
      title={text}
      onClick={() => {
        store.getState().select([event.id]);
        store.getState().openPanel(true);
      }}
    >
      {icon && <Icon name={icon} size={14} />}
      <span>{what}</span>
    </button>
  );
}
