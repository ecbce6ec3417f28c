import type { JsonObject } from "@flowright/client";
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { CallView } from "../../../parts/call/CallView.tsx";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { api } from "../../../session/api.ts";
import { Dialog } from "../../Dialog.tsx";
import { textFrom } from "../../own-text.ts";
import { useAdminTexts } from "../../texts.ts";
import type { FieldRow, OperationForm } from "../system-form.ts";
import { useSystemsTexts } from "../texts.ts";
import { inputOf } from "./input-of.ts";

interface TryDialogProps {
  readonly system: string;
  readonly operation: OperationForm;
  readonly name: string;
  onClose(): void;
}

/** Really calls an operation and shows the call and the answer. */
export function TryDialog({ system, operation, name, onClose }: TryDialogProps) {
  const t = useSystemsTexts();
  const admin = useAdminTexts();
  const [typed, setTyped] = useState<{ readonly [name: string]: string }>({});
  const [tried, setTried] = useState(false);
  const { input, problems } = inputOf(operation.parameters, typed);
  const call = useMutation({
    mutationFn: (values: JsonObject) =>
      api().systems.tryCall(system, { operation: operation.id, input: values }),
  });
  return (
    <Dialog title={t("tryOf", { name })} size="xl" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setTried(true);
          if (Object.keys(problems).length === 0) call.mutate(input);
        }}
      >
        <Text className="quiet" mb="sm">
          {t("tryLead")}
        </Text>
        <Stack gap="sm">
          {operation.parameters.map((parameter) => {
            const problem = problems[parameter.name];
            return (
              <ValueField
                key={parameter.key}
                parameter={parameter}
                value={typed[parameter.name] ?? ""}
                error={tried && problem !== undefined ? t(problem) : undefined}
                onChange={(value) => setTyped({ ...typed, [parameter.name]: value })}
              />
            );
          })}
        </Stack>
        {call.isError && <ProblemAlert error={call.error} />}
        <div aria-live="polite" className="try-answer">
          {call.data !== undefined && <CallView record={call.data} />}
        </div>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("close")}
          </Button>
          <Button type="submit" loading={call.isPending}>
            {call.data === undefined ? t("trySend") : t("tryAgain")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface ValueFieldProps {
  readonly parameter: FieldRow;
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
}

function ValueField({ parameter, value, error, onChange }: ValueFieldProps) {
  const t = useSystemsTexts();
  const language = useLanguage();
  const field = {
    label: textOf(textFrom(parameter.title), language) || parameter.name,
    withAsterisk: parameter.required,
    error,
  };
  if (parameter.type === "boolean") {
    return (
      <Select
        {...field}
        clearable
        value={value === "" ? null : value}
        data={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        onChange={(next) => onChange(next ?? "")}
      />
    );
  }
  if (parameter.type === "object" || parameter.type === "array") {
    return (
      <Textarea
        {...field}
        autosize
        minRows={2}
        maxRows={8}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...field} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}
