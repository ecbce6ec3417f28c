import type { NewPerson, PersonCreated } from "@flowright/client";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { attemptKey } from "../../parts/attempt-key.ts";
import { nameIn } from "../../parts/name-in.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { Dialog } from "../Dialog.tsx";
import { SecretOnce } from "../SecretOnce.tsx";
import { slug } from "../slug.ts";
import { useAdminTexts } from "../texts.ts";
import { RolePicker } from "./RolePicker.tsx";
import { usePeopleTexts } from "./texts.ts";

const USER = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Adds a person; the password that is made is shown once. */
export function AddPersonDialog({ onClose }: { onClose(): void }) {
  const t = usePeopleTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [ownUser, setUser] = useState<string | null>(null);
  const [roles, setRoles] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [created, setCreated] = useState<PersonCreated | null>(null);
  const key = useRef(attemptKey());
  const suggested = /[a-z]/i.test(name) ? slug(name, "", []).replaceAll("-", ".") : "";
  const user = ownUser ?? suggested;
  const add = useMutation({
    mutationFn: (person: NewPerson) => api().people.create(person, { idempotencyKey: key.current }),
    onSuccess: (answer) => {
      if (answer.password === undefined) {
        notifications.show({ message: t("added", { name: nameIn(answer.person.name, language) }) });
        onClose();
      } else setCreated(answer);
    },
    onError: () => {
      key.current = attemptKey();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["people"] });
      void queries.invalidateQueries({ queryKey: ["roles"] });
    },
  });
  if (created?.password !== undefined) {
    const shown = nameIn(created.person.name, language);
    return (
      <Dialog title={t("added", { name: shown })} onClose={onClose}>
        <SecretOnce label={t("password", { name: shown })} secret={created.password} onDone={onClose} />
      </Dialog>
    );
  }
  const nameMissing = name.trim() === "";
  const userWrong = !USER.test(user);
  return (
    <Dialog title={t("add")} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameMissing && !userWrong) add.mutate({ name: name.trim(), user, roles });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t("name")}
            withAsterisk
            data-autofocus
            maxLength={100}
            value={name}
            error={tried && nameMissing ? t("nameMissing") : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t("user")}
            description={t("userLead")}
            withAsterisk
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={user}
            error={tried && userWrong ? t("userMissing") : undefined}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <RolePicker value={roles} onChange={setRoles} />
        </Stack>
        {add.isError && <ProblemAlert error={add.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("cancel")}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t("addConfirm")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
