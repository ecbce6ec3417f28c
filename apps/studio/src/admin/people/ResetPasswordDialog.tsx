import type { Person } from "@flowright/client";
import { useMutation } from "@tanstack/react-query";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameIn } from "../../parts/name-in.ts";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { Dialog } from "../Dialog.tsx";
import { SecretOnce } from "../SecretOnce.tsx";
import { usePeopleTexts } from "./texts.ts";

/** Makes a fresh password, which is shown once. */
export function ResetPasswordDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const t = usePeopleTexts();
  const name = nameIn(person.name, useLanguage());
  const reset = useMutation({ mutationFn: () => api().people.resetPassword(person.user) });
  if (reset.data !== undefined) {
    return (
      <Dialog title={t("resetDone", { name })} onClose={onClose}>
        <SecretOnce label={t("password", { name })} secret={reset.data.password} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={t("resetTitle", { name })}
      lead={t("resetLead")}
      confirm={t("reset")}
      busy={reset.isPending}
      error={reset.error}
      onClose={onClose}
      onConfirm={() => reset.mutate()}
    />
  );
}
