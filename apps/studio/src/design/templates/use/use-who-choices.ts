import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { nameIn } from "../../../parts/name-in.ts";
import { usePeople } from "../../../parts/use-people.ts";
import { useRoles } from "../../../parts/use-roles.ts";
import { useTemplateTexts } from "../texts.ts";
import type { NamedRole } from "./values-of.ts";

/** Who can be chosen: the roles of the flow, those of the workspace, its people, and whoever starts the case. */
export function useWhoChoices(roles: readonly NamedRole[]) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const workspace = useRoles().data ?? [];
  const people = usePeople();
  const known = new Set(roles.map(({ id }) => id));
  const ofRole = ({ id, name }: NamedRole) => ({ value: `role:${id}`, label: textOf(name, language) || id });
  return [
    { group: t("rolesOfFlow"), items: roles.map(ofRole) },
    { group: t("rolesOfWorkspace"), items: workspace.filter(({ id }) => !known.has(id)).map(ofRole) },
    {
      group: t("people"),
      items: people
        .filter(({ active }) => active)
        .map(({ user, name }) => ({ value: `people:${user}`, label: nameIn(name, language) })),
    },
    { group: t("others"), items: [{ value: "initiator", label: t("initiator") }] },
  ].filter(({ items }) => items.length > 0);
}
