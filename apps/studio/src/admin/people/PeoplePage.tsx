import type { Person } from "@flowright/client";
import { Button } from "@mantine/core";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { AdminFrame } from "../AdminFrame.tsx";
import { AdminList } from "../AdminList.tsx";
import { useAdminTexts } from "../texts.ts";
import { AddPersonDialog } from "./AddPersonDialog.tsx";
import { DeactivateDialog } from "./DeactivateDialog.tsx";
import { EditPersonDialog } from "./EditPersonDialog.tsx";
import { type PersonDialog, PersonItem } from "./PersonItem.tsx";
import { ResetPasswordDialog } from "./ResetPasswordDialog.tsx";
import { usePeopleTexts } from "./texts.ts";

/** Who works in the workspace, and in which roles. */
export function PeoplePage() {
  const admin = useAdminTexts();
  useWhereIAm(admin("title"));
  return (
    <AdminFrame needs="people.write">
      <People />
    </AdminFrame>
  );
}

function People() {
  const t = usePeopleTexts();
  const people = useQuery({ queryKey: ["people"], queryFn: () => api().people.list() });
  const [asked, setAsked] = useState<{ dialog: PersonDialog; person: Person } | null>(null);
  const [adding, setAdding] = useState(false);
  const close = () => setAsked(null);
  const add = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <AdminList
        query={people}
        title={t("title")}
        lead={t("lead")}
        action={add}
        empty={
          <Nothing icon={<IconUsers size={28} />} title={t("empty")} action={add}>
            {t("emptyFix")}
          </Nothing>
        }
      >
        {(items) => (
          <ul className="card admin-list" aria-label={t("list")}>
            {ordered(items).map((person) => (
              <PersonItem
                key={person.user}
                person={person}
                onAsk={(dialog) => setAsked({ dialog, person })}
              />
            ))}
          </ul>
        )}
      </AdminList>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {asked?.dialog === "edit" && <EditPersonDialog person={asked.person} onClose={close} />}
      {asked?.dialog === "reset" && <ResetPasswordDialog person={asked.person} onClose={close} />}
      {asked?.dialog === "deactivate" && <DeactivateDialog person={asked.person} onClose={close} />}
    </>
  );
}

/** By user name, those who work here first. */
function ordered(people: readonly Person[]): Person[] {
  return people.toSorted((a, b) => Number(b.active) - Number(a.active) || a.user.localeCompare(b.user));
}
