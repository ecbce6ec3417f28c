import type { DecisionSummary } from "@flowright/client";
import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { usePartTexts } from "../../parts/texts.ts";
import { flowIdFor, isFlowId } from "../create/flow-id.ts";
import { useDecisionTexts } from "./texts.ts";

interface NewDecisionDialogProps {
  readonly tables: readonly DecisionSummary[];
  onClose(): void;
}

/** Asks how a new table is called; it exists once its first version is published. */
export function NewDecisionDialog({ tables, onClose }: NewDecisionDialogProps) {
  const t = useDecisionTexts();
  const parts = usePartTexts();
  const navigate = useNavigate();
  const [en, setEn] = useState("");
  const [zh, setZh] = useState("");
  const [ownId, setOwnId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const taken = new Set(tables.map(({ id }) => id));
  const name = en.trim() || zh.trim();
  const id = ownId ?? (name === "" ? "" : flowIdFor(name, taken));
  const idError = !isFlowId(id) ? t("idWrong") : taken.has(id) ? t("idTaken") : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{t("newTable")}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name === "" || idError !== undefined) return;
          const words = { ...(en.trim() && { en: en.trim() }), ...(zh.trim() && { zh: zh.trim() }) };
          void navigate({ to: "/decisions/$decisionId", params: { decisionId: id }, search: { new: words } });
        }}
      >
        <TextInput
          label={t("nameEn")}
          data-autofocus
          maxLength={200}
          value={en}
          error={tried && name === "" ? t("nameMissing") : undefined}
          onChange={(event) => setEn(event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          label={t("nameZh")}
          maxLength={200}
          value={zh}
          onChange={(event) => setZh(event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          label={t("id")}
          description={t("idHint")}
          maxLength={100}
          value={id}
          error={tried && name !== "" ? idError : undefined}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit">{t("create")}</Button>
        </Group>
      </form>
    </Modal>
  );
}
