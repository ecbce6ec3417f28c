import type { DefinitionSummary } from "@flowright/client";
import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import type { BpmnSource } from "../bpmn/read/bpmn-source.ts";
import { FileChoice } from "./FileChoice.tsx";
import { flowIdFor, isFlowId } from "./flow-id.ts";
import type { FlowSource } from "./flow-source.ts";
import { SourceChoice } from "./SourceChoice.tsx";
import { useNewFlowTexts } from "./texts.ts";
import { useCreateFlow } from "./use-create-flow.ts";

interface NewFlowFormProps {
  readonly flows: readonly DefinitionSummary[];
  onClose(): void;
  onDrawing(source: BpmnSource): void;
}

/** The form of a new flow. Name and id follow the source until they are typed. */
export function NewFlowForm({ flows, onClose, onDrawing }: NewFlowFormProps) {
  const t = useNewFlowTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const [source, setSource] = useState<FlowSource>({ kind: "empty" });
  const [typedName, setTypedName] = useState<string | null>(null);
  const [typedId, setTypedId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { create, busy, error } = useCreateFlow();

  const taken = new Set(flows.map(({ id }) => id));
  const name = typedName ?? suggestedName();
  const id = typedId ?? flowIdFor(name, taken);
  const wrong = {
    source: sourceWrong(),
    name: name.trim() === "" ? t("nameMissing") : undefined,
    id: !isFlowId(id) ? t("idMalformed") : taken.has(id) ? t("idTaken") : undefined,
  };

  function suggestedName(): string {
    if (source.kind === "file") return textOf(source.definition?.name, language);
    if (source.kind === "empty" || source.kind === "template") return "";
    const copied = flows.find((flow) => flow.id === source.flow);
    return copied === undefined ? "" : t("copyName", { flow: textOf(copied.name, language) });
  }

  function sourceWrong(): string | undefined {
    if (source.kind === "copy" && source.flow === null) return t("copyMissing");
    if (source.kind === "file" && source.definition === null) return t("fileMissing");
    return undefined;
  }

  const toGallery = source.kind === "template";
  const submit = () => {
    if (toGallery) return void navigate({ to: "/templates" });
    setTried(true);
    if (wrong.source !== undefined || wrong.name !== undefined || wrong.id !== undefined || busy) return;
    create(source, id, name.trim());
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <SourceChoice kind={source.kind} copyable={flows.length > 0} onChange={setSource} />
        {source.kind === "copy" && (
          <Select
            label={t("copyWhich")}
            description={t("copyHelp")}
            searchable
            data={flows.map((flow) => ({ value: flow.id, label: textOf(flow.name, language) }))}
            value={source.flow}
            error={tried ? wrong.source : undefined}
            onChange={(flow) => setSource({ kind: "copy", flow })}
          />
        )}
        {source.kind === "file" && (
          <FileChoice
            error={tried ? wrong.source : undefined}
            onOpened={(definition) => setSource({ kind: "file", definition })}
            onDrawing={onDrawing}
          />
        )}
        {!toGallery && (
          <>
            <TextInput
              label={t("name")}
              withAsterisk
              maxLength={200}
              value={name}
              data-autofocus
              error={tried ? wrong.name : undefined}
              onChange={(event) => setTypedName(event.currentTarget.value)}
            />
            <TextInput
              label={t("id")}
              description={t("idHelp")}
              withAsterisk
              maxLength={100}
              spellCheck={false}
              autoCapitalize="none"
              value={id}
              error={tried || typedId !== null ? wrong.id : undefined}
              onChange={(event) => setTypedId(event.currentTarget.value)}
            />
          </>
        )}
      </Stack>
      {error !== null && <ProblemAlert error={error} />}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button type="submit" loading={busy}>
          {toGallery ? t("toGallery") : t("create")}
        </Button>
      </Group>
    </form>
  );
}
