import type { Person } from "@flowright/client";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameIn } from "../../parts/name-in.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { Dialog } from "../Dialog.tsx";
import { useAdminTexts } from "../texts.ts";
import { RolePicker } from "./RolePicker.tsx";
import { usePeopleTexts } from "./texts.ts";

/** A person's name and roles. */
export function EditPersonDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const t = usePeopleTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState(person.roles);
  const missing = name.trim() === "";
  const save = useMutation({
    mutationFn: () => api().people.patch(person.user, { name: name.trim(), roles }),
    onSuccess: (saved) => {
      notifications.show({ message: t("saved", { name: nameIn(saved.name, language) }) });
      onClose();
    },
    onSettled: () => {
      for (const queryKey of [["people"], ["roles"], ["session"]]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  return (
    <Dialog title={t("editTitle", { name: nameIn(person.name, language) })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) save.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t("name")}
            withAsterisk
            data-autofocus
            maxLength={100}
            value={name}
            error={missing ? t("nameMissing") : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RolePicker value={roles} onChange={setRoles} />
        </Stack>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {admin("save")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
