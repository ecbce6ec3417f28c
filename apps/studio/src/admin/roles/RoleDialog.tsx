import type { Permission, Role } from "@flowright/client";
import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { attemptKey } from "../../parts/attempt-key.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { Dialog } from "../Dialog.tsx";
import { bothTexts, textFrom } from "../own-text.ts";
import { slug } from "../slug.ts";
import { TwoNames } from "../TwoNames.tsx";
import { useAdminTexts } from "../texts.ts";
import { PermissionChecks } from "./PermissionChecks.tsx";
import { useRolesTexts } from "./texts.ts";

interface RoleDialogProps {
  /** Null: a new one. */
  readonly role: Role | null;
  readonly taken: readonly string[];
  onClose(): void;
}

/** A role's name and what it allows. */
export function RoleDialog({ role, taken, onClose }: RoleDialogProps) {
  const t = useRolesTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const person = usePersonName();
  const queries = useQueryClient();
  const [names, setNames] = useState(bothTexts(role?.name));
  const [permissions, setPermissions] = useState<readonly Permission[]>(
    role?.permissions ?? ["task.work", "instance.start"],
  );
  const [tried, setTried] = useState(false);
  const key = useRef(attemptKey());
  const name = textFrom(names);
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name ?? "", permissions: [...permissions] };
      return role === null
        ? api().people.createRole(
            { id: slug(names.en, "role", taken), ...body },
            { idempotencyKey: key.current },
          )
        : api().people.updateRole(role.id, body);
    },
    onSuccess: (saved) => {
      const words = { name: textOf(saved.name, language) };
      notifications.show({ message: role === null ? t("created", words) : t("saved", words) });
      onClose();
    },
    onError: () => {
      key.current = attemptKey();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["roles"] });
      void queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
  return (
    <Dialog title={role === null ? t("add") : t("edit")} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name !== null) save.mutate();
        }}
      >
        <Stack gap="md">
          <TwoNames
            value={names}
            error={tried && name === null ? admin("nameMissing") : undefined}
            onChange={setNames}
          />
          <PermissionChecks value={permissions} onChange={setPermissions} />
          {role !== null && (
            <div>
              <Text fw={500} size="sm">
                {t("membersOf")}
              </Text>
              <Text>
                {role.members.length === 0
                  ? t("nobody")
                  : role.members.map(person).join(language === "en" ? ", " : "、")}
              </Text>
              <Text className="quiet" size="sm">
                {t("membersLead")}
              </Text>
            </div>
          )}
        </Stack>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {role === null ? t("add") : admin("save")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
