import type { Instance } from "@flowright/client";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { stepName } from "../flow/step-name.ts";
import { finishConsequence } from "./finish-consequence.ts";
import { useOfferedTexts } from "./texts.ts";

interface FinishStepsDialogProps {
  readonly instance: Instance;
  /** The ad-hoc part; null where nothing is asked. */
  readonly scope: number | null;
  onClose(): void;
  onConfirm(scope: number): void;
}

/** Asks before steps that are under way are cancelled because someone finishes the part that they are in. */
export function FinishStepsDialog({ instance, scope, onClose, onConfirm }: FinishStepsDialogProps) {
  const t = useOfferedTexts();
  const language = useLanguage();
  const person = usePersonName();
  const { waits, steps } = scope === null ? { waits: false, steps: [] } : finishConsequence(instance, scope);
  const lead = steps.length === 0 ? "finishNothing" : waits ? "finishWaits" : "finishCancels";
  return (
    <Modal opened={scope !== null} onClose={onClose} title={<Text fw={600}>{t("finishTitle")}</Text>}>
      <Text>{t(lead)}</Text>
      <ul className="under-way">
        {steps.map(({ node, people }) => {
          const step = stepName(instance.definition, node, language);
          const who = people.map(person).join(language === "en" ? ", " : "、");
          return <li key={node}>{who === "" ? step : t("personAt", { step, who })}</li>;
        })}
      </ul>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("finishKeep")}
        </Button>
        <Button
          {...(steps.length > 0 && !waits ? { color: "red.8" } : {})}
          onClick={() => {
            if (scope !== null) onConfirm(scope);
            onClose();
          }}
        >
          {t("finish")}
        </Button>
      </Group>
    </Modal>
  );
}
