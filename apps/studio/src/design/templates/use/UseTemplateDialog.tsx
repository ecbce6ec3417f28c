import type { WorkflowDefinition } from "@flowright/definition";
import { applyTemplate, checkValues, type FlowTemplate, type TemplateValues } from "@flowright/templates";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { flowIdFor, isFlowId } from "../../create/flow-id.ts";
import { useNewFlowTexts } from "../../create/texts.ts";
import { TemplatePicture } from "../TemplatePicture.tsx";
import "../templates.css";
import { useTemplateTexts } from "../texts.ts";
import { ParameterField } from "./ParameterField.tsx";
import { Surroundings } from "./Surroundings.tsx";
import { useSurroundings } from "./use-surroundings.ts";

interface UseTemplateDialogProps {
  readonly template: FlowTemplate;
  /** Ids of flows that exist; null where the template fills a flow that has its id already. */
  readonly taken: ReadonlySet<string> | null;
  readonly busy: boolean;
  readonly error: unknown;
  onUse(definition: WorkflowDefinition): void;
  onClose(): void;
}

/** Asks for the values of a template, and for the name of the flow that comes of it. */
export function UseTemplateDialog({ template, taken, busy, error, onUse, onClose }: UseTemplateDialogProps) {
  const t = useTemplateTexts();
  const flow = useNewFlowTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const known = textOf(template.name, language);
  const [values, setValues] = useState<TemplateValues>({});
  const [typedName, setTypedName] = useState<string | null>(null);
  const [typedId, setTypedId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const name = typedName ?? known;
  const id = typedId ?? flowIdFor(typedName ?? template.definition.id, taken ?? new Set());
  const faults = new Map(
    checkValues(template, values).map(({ parameter, message }) => [parameter, message[language]]),
  );
  const nameWrong = taken !== null && name.trim() === "" ? flow("nameMissing") : undefined;
  const idWrong =
    taken === null
      ? undefined
      : !isFlowId(id)
        ? flow("idMalformed")
        : taken.has(id)
          ? flow("idTaken")
          : undefined;

  const around = useSurroundings(template);
  const wrongAlso = nameWrong !== undefined || idWrong !== undefined || around.wrong;

  const submit = () => {
    setTried(true);
    if (faults.size > 0 || wrongAlso || busy || around.busy || !around.ready) return;
    const made = applyTemplate(template, values);
    const named = name.trim() === known ? made.name : name.trim();
    // What went wrong on the way is shown below.
    around.make(taken === null ? made : { ...made, id, name: named }).then(onUse, () => undefined);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<Text fw={600}>{t("useTitle", { name: known })}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TemplatePicture definition={template.definition} alt={t("picture", { name: known })} whole />
        <Text mt="sm" className="quiet">
          {textOf(template.description, language)}
        </Text>
        {taken !== null && (
          <Stack gap="sm" mt="md">
            <TextInput
              label={flow("name")}
              withAsterisk
              data-autofocus
              maxLength={200}
              value={name}
              error={tried ? nameWrong : undefined}
              onChange={(event) => setTypedName(event.currentTarget.value)}
            />
            <TextInput
              label={flow("id")}
              description={flow("idHelp")}
              withAsterisk
              maxLength={100}
              spellCheck={false}
              autoCapitalize="none"
              value={id}
              error={tried || typedId !== null ? idWrong : undefined}
              onChange={(event) => setTypedId(event.currentTarget.value)}
            />
          </Stack>
        )}
        {template.parameters.length > 0 && (
          <fieldset className="template-parameters">
            <legend>{t("fill")}</legend>
            {template.parameters.map((parameter) => (
              <ParameterField
                key={parameter.id}
                parameter={parameter}
                roles={template.definition.roles ?? []}
                values={values}
                error={faults.get(parameter.id)}
                onChange={(value) => setValues({ ...values, [parameter.id]: value })}
              />
            ))}
          </fieldset>
        )}
        <Surroundings around={around} tried={tried} />
        {tried && faults.size > 0 && (
          <Text className="new-wrong" role="alert" mt="sm">
            {t("stillWrong", { count: faults.size })}
          </Text>
        )}
        {(error ?? around.error) !== null && <ProblemAlert error={error ?? around.error} />}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={busy || around.busy}>
            {taken === null ? t("fillFlow") : flow("create")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
