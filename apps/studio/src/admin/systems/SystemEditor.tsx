import type { System } from "@flowright/client";
import { Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { slug } from "../slug.ts";
import { TwoNames } from "../TwoNames.tsx";
import { useAdminTexts } from "../texts.ts";
import { OperationEditor } from "./operation/OperationEditor.tsx";
import { RemoveSystemDialog } from "./RemoveSystemDialog.tsx";
import { formOf, missingIn, newKey, type OperationForm, type SystemForm, systemFrom } from "./system-form.ts";
import { useSystemsTexts } from "./texts.ts";

interface SystemEditorProps {
  /** Null: a new one. */
  readonly system: System | null;
  readonly taken: readonly string[];
}

const NOTHING: ReturnType<typeof missingIn> = new Set();

/** Everything about a system on one page, saved as a whole. */
export function SystemEditor({ system, taken }: SystemEditorProps) {
  const t = useSystemsTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState<SystemForm>(() => formOf(system));
  const [changed, setChanged] = useState(false);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const missing = missingIn(form);
  const shown = tried ? missing : NOTHING;
  const set = (change: Partial<SystemForm>) => {
    setForm((before) => ({ ...before, ...change }));
    setChanged(true);
  };
  const setOperation = (key: number, next: OperationForm | null) =>
    set({
      operations: form.operations.flatMap((one) => (one.key === key ? (next === null ? [] : [next]) : [one])),
    });
  const save = useMutation({
    mutationFn: () => api().systems.save(systemFrom(form, system?.id ?? slug(form.name.en, "system", taken))),
    onSuccess: async (saved) => {
      notifications.show({ message: t("saved", { name: textOf(saved.name, language) }) });
      queries.setQueryData<System[]>(["systems"], (before) => [
        ...(before ?? []).filter(({ id }) => id !== saved.id),
        saved,
      ]);
      setForm(formOf(saved));
      setChanged(false);
      setTried(false);
      if (system === null) {
        await navigate({ to: "/admin/systems/$systemId", params: { systemId: saved.id }, replace: true });
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ["systems"] }),
  });
  const kept = system?.hasSecret === true && !form.removeSecret;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.size === 0) save.mutate();
      }}
    >
      <div className="page-head">
        <h1>{system === null ? t("newTitle") : textOf(system.name, language) || system.id}</h1>
        {system !== null && (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t("remove")}
          </Button>
        )}
      </div>
      <Stack gap="sm" className="card system-card">
        <TwoNames
          value={form.name}
          error={shown.has("name") ? admin("nameMissing") : undefined}
          onChange={(name) => set({ name })}
        />
        <TextInput
          label={t("address")}
          description={t("addressLead")}
          withAsterisk
          type="url"
          placeholder="https://shop.example"
          maxLength={500}
          value={form.address}
          error={shown.has("address") ? t("addressMissing") : undefined}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <div className="system-secret">
          <TextInput
            label={t("header")}
            description={t("headerLead")}
            maxLength={100}
            value={form.secretHeader}
            onChange={(event) => set({ secretHeader: event.currentTarget.value })}
          />
          <PasswordInput
            label={t("secret")}
            description={kept ? t("secretKept") : t("secretLead")}
            autoComplete="new-password"
            maxLength={2000}
            placeholder={kept ? "••••••••" : undefined}
            value={form.secret}
            onChange={(event) => set({ secret: event.currentTarget.value, removeSecret: false })}
          />
        </div>
        {system?.hasSecret === true && (
          <Checkbox
            label={t("secretRemove")}
            checked={form.removeSecret}
            onChange={(event) =>
              set({
                removeSecret: event.currentTarget.checked,
                ...(event.currentTarget.checked ? { secret: "" } : {}),
              })
            }
          />
        )}
      </Stack>
      <div className="system-operations-head">
        <div>
          <h2>{t("operationsTitle")}</h2>
          <Text className="quiet" size="sm">
            {t("operationsLead")}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => set({ operations: [...form.operations, emptyOperation()] })}
        >
          {t("addOperation")}
        </Button>
      </div>
      <Stack gap="xs">
        {form.operations.map((operation) => (
          <OperationEditor
            key={operation.key}
            operation={operation}
            system={changed || operation.id === "" ? null : (system?.id ?? null)}
            missing={shown}
            onChange={(next) => setOperation(operation.key, next)}
            onRemove={() => setOperation(operation.key, null)}
          />
        ))}
      </Stack>
      {save.isError && <ProblemAlert error={save.error} />}
      <Group gap="sm" className="system-save">
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
        {changed && <span className="quiet">{t("unsaved")}</span>}
      </Group>
      {removing && system !== null && (
        <RemoveSystemDialog system={system} onClose={() => setRemoving(false)} />
      )}
    </form>
  );
}

function emptyOperation(): OperationForm {
  return {
    key: newKey(),
    id: "",
    name: { en: "", "zh-CN": "" },
    method: "POST",
    path: "/",
    parameters: [],
    results: [],
  };
}
