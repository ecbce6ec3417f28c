import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useTaskName } from "../parts/use-task-name.ts";
import { api } from "../session/api.ts";
import { useSession } from "../session/session-query.ts";
import { useSearchTexts } from "./texts.ts";
import { type Command, useCommands } from "./use-commands.ts";

interface SearchResult {
  readonly id: string;
  readonly label: string;
  readonly about?: string;
  readonly icon?: Command["icon"];
  run(): void;
}

export interface SearchGroup {
  readonly id: "tasks" | "cases" | "commands";
  readonly results: readonly SearchResult[];
}

const ENOUGH = 8;

/** What fits: commands at once, tasks and cases once the typing has settled. */
export function useSearchGroups(query: string, settled: string) {
  const t = useSearchTexts();
  const language = useLanguage();
  const nameOf = useTaskName();
  const navigate = useNavigate();
  const found = useFound(settled);
  const commands = useCommands().filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
  const tasks = (query === "" ? [] : (found.data?.tasks ?? [])).map(
    (task): SearchResult => ({
      id: task.id,
      label: `${nameOf(task)} · ${task.instanceTitle ?? task.instanceNumber}`,
      about: [task.instanceNumber, task.businessKey, textOf(task.definitionName, language)]
        .filter(Boolean)
        .join(" · "),
      run: () => void navigate({ to: "/work", search: { task: task.id } }),
    }),
  );
  const cases = (query === "" ? [] : (found.data?.cases ?? [])).map(
    (instance): SearchResult => ({
      id: instance.id,
      label: instance.title ?? t("untitled", { number: instance.number }),
      about: [instance.number, instance.businessKey, textOf(instance.definitionName, language)]
        .filter(Boolean)
        .join(" · "),
      run: () => void navigate({ to: "/cases/$caseId", params: { caseId: instance.id } }),
    }),
  );
  const groups: SearchGroup[] = [
    { id: "tasks", results: tasks },
    { id: "cases", results: cases },
    { id: "commands", results: commands },
  ];
  return { groups, busy: found.isFetching || query !== settled, error: found.error };
}

function useFound(search: string) {
  const { permissions } = useSession();
  const mayWork = permissions.includes("task.work");
  return useQuery({
    queryKey: ["search", search],
    enabled: search !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const [tasks, cases] = await Promise.all([
        mayWork ? api().tasks.list({ box: "all", search, limit: ENOUGH }, { signal }) : null,
        api().instances.list({ search, limit: ENOUGH }, { signal }),
      ]);
      return { tasks: tasks?.items ?? [], cases: cases.items };
    },
  });
}
