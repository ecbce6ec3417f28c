import type { TaskDetail } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../../../i18n/use-language.ts";
import { nameIn } from "../../../parts/name-in.ts";
import { api } from "../../../session/api.ts";

/** People to whom a task may go, as choices of a list; asked for once a dialog that needs them is open. */
export function useColleagues(task: TaskDetail, opened: boolean) {
  const language = useLanguage();
  const query = useQuery({
    queryKey: ["task", task.id, "colleagues"],
    queryFn: ({ signal }) => api().tasks.colleagues(task.id, { signal }),
    enabled: opened,
  });
  const choices = (query.data ?? []).map(({ user, name }) => ({
    value: user,
    label: nameIn(name, language),
  }));
  return { query, choices };
}
