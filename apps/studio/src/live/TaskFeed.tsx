import type { LiveChange } from "@flowright/client";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useShellTexts } from "../shell/texts.ts";
import { taskToastId } from "./task-toast.ts";
import { useLive } from "./use-live.ts";

/** Keeps everything about my tasks fresh, wherever I am, and announces a new one. */
export function TaskFeed() {
  const t = useShellTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();

  const announce = (change: Extract<LiveChange, { kind: "task.opened" }>) => {
    if (new URLSearchParams(location.search).get("task") === change.task) return;
    const id = taskToastId(change.task);
    notifications.show({
      id,
      title: t("newTask"),
      autoClose: 10_000,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text>{textOf(change.name, language)}</Text>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              notifications.hide(id);
              void navigate({ to: "/work", search: { task: change.task } });
            }}
          >
            {t("openTask")}
          </Button>
        </Group>
      ),
    });
  };

  useLive("tasks", (changes) => {
    void queries.invalidateQueries({ queryKey: ["tasks"] });
    void queries.invalidateQueries({ queryKey: ["cases", "started"] });
    for (const change of changes ?? []) {
      if (change.kind === "task.opened") announce(change);
      if (change.kind === "task.closed") {
        notifications.hide(taskToastId(change.task));
        void queries.invalidateQueries({ queryKey: ["task", change.task] });
      }
    }
  });
  return null;
}
