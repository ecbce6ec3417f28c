import type { Instance } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useCaseTexts } from "../texts.ts";
import { FinishStepsDialog } from "./FinishStepsDialog.tsx";

/** Steps of ad-hoc sub-processes: people begin them in the order that they see fit. */
export function OfferedSteps({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const mayWork = useMay("task.work");
  const [finishing, setFinishing] = useState<number | null>(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["case", instance.id] });
    void queries.invalidateQueries({ queryKey: ["tasks"] });
  };
  const begin = useMutation({
    mutationFn: ({ scope, node }: { scope: number; node: string }) =>
      api().instances.beginStep(instance.id, { scope, node }),
    onSuccess: (_, { node }) => {
      const offer = instance.offers.find((one) => one.node === node);
      notifications.show({ message: t("begun", { step: textOf(offer?.name, language) || node }) });
    },
    onSettled: refresh,
  });
  const finish = useMutation({
    mutationFn: (scope: number) => api().instances.finishSteps(instance.id, { scope }),
    onSettled: refresh,
  });
  if (!mayWork || instance.offers.length === 0) return null;
  const scopes = [...new Set(instance.offers.map(({ scope }) => scope))];
  return (
    <section className="card case-card">
      <h2>{t("offers")}</h2>
      <Text className="quiet" mb="xs">
        {t("offersLead")}
      </Text>
      {scopes.map((scope) => (
        <Group key={scope} gap="xs" mb="xs">
          {instance.offers
            .filter((offer) => offer.scope === scope)
            .map(({ node, name }) => (
              <Button
                key={node}
                variant="default"
                leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
                loading={begin.isPending && begin.variables.node === node}
                onClick={() => begin.mutate({ scope, node })}
              >
                {t("begin", { step: textOf(name, language) || node })}
              </Button>
            ))}
          <Button
            variant="subtle"
            color="gray"
            loading={finish.isPending && finish.variables === scope}
            onClick={() => setFinishing(scope)}
          >
            {t("finishSteps")}
          </Button>
        </Group>
      ))}
      <FinishStepsDialog
        instance={instance}
        scope={finishing}
        onClose={() => setFinishing(null)}
        onConfirm={(scope) => finish.mutate(scope)}
      />
      {begin.isError && <ProblemAlert error={begin.error} />}
      {finish.isError && <ProblemAlert error={finish.error} />}
    </section>
  );
}
