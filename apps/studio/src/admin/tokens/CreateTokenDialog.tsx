import type { Permission } from "@flowright/client";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { useSession } from "../../session/session-query.ts";
import { Dialog } from "../Dialog.tsx";
import { PermissionChecks } from "../roles/PermissionChecks.tsx";
import { usePermissionTexts } from "../roles/permission-texts.ts";
import { SecretOnce } from "../SecretOnce.tsx";
import { useAdminTexts } from "../texts.ts";
import { useTokensTexts } from "./texts.ts";

/** Makes an API token with some of one's own permissions; its secret is shown once. */
export function CreateTokenDialog({ onClose }: { onClose(): void }) {
  const t = useTokensTexts();
  const admin = useAdminTexts();
  const words = usePermissionTexts();
  const own = useSession().permissions;
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => api().people.createToken({ name: name.trim(), permissions: [...permissions] }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (create.data !== undefined) {
    return (
      <Dialog title={t("made", { name: create.data.token.name })} onClose={onClose}>
        <SecretOnce label={t("secret")} secret={create.data.secret} onDone={onClose} />
      </Dialog>
    );
  }
  const nameMissing = name.trim() === "";
  const nothing = permissions.length === 0;
  return (
    <Dialog title={t("add")} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameMissing && !nothing) create.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={admin("name")}
            description={t("nameLead")}
            withAsterisk
            data-autofocus
            maxLength={100}
            value={name}
            error={tried && nameMissing ? admin("nameMissing") : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PermissionChecks
            value={permissions}
            offered={own}
            error={tried && nothing ? words("missing") : undefined}
            onChange={setPermissions}
          />
        </Stack>
        {create.isError && <ProblemAlert error={create.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("add")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
