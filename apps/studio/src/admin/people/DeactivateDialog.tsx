import type { Person } from "@flowright/client";
import { Button, Group, Select, Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameIn } from "../../parts/name-in.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePeople } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { DueMark } from "../../time/DueMark.tsx";
import { Dialog } from "../Dialog.tsx";
import { useAdminTexts } from "../texts.ts";
import { usePeopleTexts } from "./texts.ts";

/** Takes a person out of the workspace; tasks in the person's hands go to a colleague first. */
export function DeactivateDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const t = usePeopleTexts();
  const admin = useAdminTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const people = usePeople();
  const name = nameIn(person.name, language);
  const [to, setTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const tasks = useQuery({
    queryKey: ["people", person.user, "open-tasks"],
    queryFn: ({ signal }) => api().people.openTasks(person.user, { signal }),
    staleTime: 0,
  });
  const count = tasks.data?.length ?? 0;
  const deactivate = useMutation({
    mutationFn: () => api().people.deactivate(person.user, to ?? undefined),
    onSuccess: () => {
      const handed = count > 0 ? ` ${t("handedOver", { count })}` : "";
      notifications.show({ message: `${t("deactivated", { name })}${handed}` });
      onClose();
    },
    // A task may have come in the meantime; the list then shows it.
    onError: () => void tasks.refetch(),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["people"] });
      void queries.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
  return (
    <Dialog title={t("deactivateTitle", { name })} onClose={onClose}>
      <Text>{t("deactivateLead")}</Text>
      {tasks.isPending && <Skeleton h={60} mt="sm" />}
      {tasks.isError && <ProblemAlert error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {count > 0 && (
        <>
          <Text mt="sm" fw={600}>
            {t("deactivateOpen", { count })}
          </Text>
          <ul className="admin-open-tasks">
            {tasks.data?.map((task) => (
              <li key={task.id}>
                {textOf(task.name, language)}{" "}
                <span className="quiet">
                  {task.instanceNumber}
                  {task.instanceTitle !== null && ` · ${task.instanceTitle}`}
                </span>{" "}
                <DueMark due={task.due} openedAt={task.openedAt} />
              </li>
            ))}
          </ul>
          <Select
            label={t("handOver")}
            withAsterisk
            searchable
            value={to}
            error={tried && to === null ? t("handOverMissing") : undefined}
            data={people
              .filter(({ user, active }) => active && user !== person.user)
              .map((one) => ({ value: one.user, label: nameIn(one.name, language) }))}
            onChange={setTo}
          />
        </>
      )}
      {deactivate.isError && <ProblemAlert error={deactivate.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {admin("cancel")}
        </Button>
        <Button
          color="red.8"
          disabled={!tasks.isSuccess}
          loading={deactivate.isPending}
          onClick={() => {
            setTried(true);
            if (count === 0 || to !== null) deactivate.mutate();
          }}
        >
          {t("deactivate")}
        </Button>
      </Group>
    </Dialog>
  );
}
