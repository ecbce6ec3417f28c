import type { SystemOperation } from "@flowright/client";
import { ActionIcon, Button, Collapse, Select, Stack, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { textFrom } from "../../own-text.ts";
import { TwoNames } from "../../TwoNames.tsx";
import { useAdminTexts } from "../../texts.ts";
import type { Missing, OperationForm } from "../system-form.ts";
import { useSystemsTexts } from "../texts.ts";
import { FieldRows } from "./FieldRows.tsx";
import { TryDialog } from "./TryDialog.tsx";

const METHODS: SystemOperation["method"][] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

interface OperationEditorProps {
  readonly operation: OperationForm;
  /** The saved system, so that the operation can be tried; null while there is something to save. */
  readonly system: string | null;
  readonly missing: ReadonlySet<Missing>;
  onChange(operation: OperationForm): void;
  onRemove(): void;
}

/** One operation: how it is called, what it takes and what it gives. */
export function OperationEditor(props: OperationEditorProps) {
  const { operation, system, missing, onChange, onRemove } = props;
  const t = useSystemsTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const body = useId();
  const [open, setOpen] = useState(operation.id === "");
  const [trying, setTrying] = useState(false);
  const name = textOf(textFrom(operation.name), language) || operation.id || t("newOperation");
  const set = (change: Partial<OperationForm>) => onChange({ ...operation, ...change });
  const broken =
    missing.has(`name ${operation.key}`) ||
    missing.has(`path ${operation.key}`) ||
    [...operation.parameters, ...operation.results].some(({ key }) => missing.has(`field ${key}`));
  const unfolded = open || broken;
  return (
    <section className="card operation" aria-label={t("operation", { name })}>
      <div className="operation-head">
        <button
          type="button"
          className="plain-button operation-fold"
          aria-expanded={unfolded}
          aria-controls={body}
          onClick={() => setOpen(!unfolded)}
        >
          {unfolded ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          <span className="operation-name">{name}</span>
          <span className="quiet cut operation-call">
            {operation.method} {operation.path}
          </span>
        </button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
          aria-label={t("tryThis", { name })}
          title={system === null ? t("tryFirst") : undefined}
          disabled={system === null}
          onClick={() => setTrying(true)}
        >
          {t("tryIt")}
        </Button>
        <ActionIcon aria-label={t("removeOperation", { name })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
      <Collapse expanded={unfolded} id={body}>
        <Stack gap="sm" className="operation-body">
          <TwoNames
            value={operation.name}
            error={missing.has(`name ${operation.key}`) ? admin("nameMissing") : undefined}
            onChange={(names) => set({ name: names })}
          />
          <div className="operation-way">
            <Select
              label={t("method")}
              allowDeselect={false}
              data={METHODS}
              value={operation.method}
              onChange={(method) => method !== null && set({ method: method as SystemOperation["method"] })}
            />
            <TextInput
              label={t("path")}
              description={t("pathLead")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              withAsterisk
              maxLength={500}
              value={operation.path}
              error={missing.has(`path ${operation.key}`) ? t("pathMissing") : undefined}
              onChange={(event) => set({ path: event.currentTarget.value })}
            />
          </div>
          <FieldRows
            kind="parameters"
            rows={operation.parameters}
            missing={missing}
            onChange={(parameters) => set({ parameters })}
          />
          <FieldRows
            kind="results"
            rows={operation.results}
            missing={missing}
            onChange={(results) => set({ results })}
          />
        </Stack>
      </Collapse>
      {trying && system !== null && (
        <TryDialog system={system} operation={operation} name={name} onClose={() => setTrying(false)} />
      )}
    </section>
  );
}
