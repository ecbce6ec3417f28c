import type { DefinitionSummary, Text as LocalText } from "@flowright/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { usePinyin } from "../design/templates/use-pinyin.ts";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useTaskName } from "../parts/use-task-name.ts";
import { api } from "../session/api.ts";
import { useMay, useSession } from "../session/session-query.ts";
import { fitsWords } from "./fits-words.ts";
import { type RecentPlace, recentPlaces, rememberPlace } from "./recent-places.ts";
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
  readonly id: "recent" | "tasks" | "cases" | "flows" | "commands";
  readonly results: readonly SearchResult[];
}

const ENOUGH = 8;

/**
 * What fits: commands and flows at once, by pinyin, too; tasks and cases once the typing has settled. Without a query
 * what was opened last.
 */
export function useSearchGroups(query: string, settled: string) {
  const t = useSearchTexts();
  const language = useLanguage();
  const nameOf = useTaskName();
  const spell = usePinyin();
  const { person, tenant } = usePersonHere();
  const open = useOpenPlace();
  const found = useFound(settled);
  const flows = useFlows();
  const shown = (place: RecentPlace): SearchResult => ({
    id: `${place.kind}:${place.id}`,
    label: place.label,
    about: place.about,
    run: () => {
      rememberPlace(`${tenant}.${person}`, place);
      open(place);
    },
  });
  const told = (about: readonly (string | number | null | undefined)[]) => about.filter(Boolean).join(" · ");
  const commands = useCommands().filter(({ label }) => fitsWords([label], query, spell));
  const tasks = (query === "" ? [] : (found.data?.tasks ?? [])).map((task) =>
    shown({
      kind: "task",
      id: task.id,
      label: `${nameOf(task)} · ${task.instanceTitle ?? task.instanceNumber}`,
      about: told([task.instanceNumber, task.businessKey, textOf(task.definitionName, language)]),
    }),
  );
  const cases = (query === "" ? [] : (found.data?.cases ?? [])).map((instance) =>
    shown({
      kind: "case",
      id: instance.id,
      label: instance.title ?? t("untitled", { number: instance.number }),
      about: told([instance.number, instance.businessKey, textOf(instance.definitionName, language)]),
    }),
  );
  const fitting = (query === "" ? [] : flows)
    .filter(({ id, name }) => fitsWords([id, ...bothOf(name)], query, spell))
    .slice(0, ENOUGH)
    .map(({ id, name }) => shown({ kind: "flow", id, label: textOf(name, language) || id, about: id }));
  const groups: SearchGroup[] = [
    { id: "recent", results: query === "" ? recentPlaces(`${tenant}.${person}`).map(shown) : [] },
    { id: "tasks", results: tasks },
    { id: "cases", results: cases },
    { id: "flows", results: fitting },
    { id: "commands", results: commands },
  ];
  return { groups, busy: found.isFetching || query !== settled, error: found.error };
}

function bothOf(name: LocalText): readonly string[] {
  return typeof name === "string" ? [name] : Object.values(name);
}

function usePersonHere(): { readonly person: string; readonly tenant: string } {
  const { person, workspace } = useSession();
  return { person: person.user, tenant: workspace.id };
}

/** Leads to a task, a case or a flow. */
function useOpenPlace(): (place: RecentPlace) => void {
  const navigate = useNavigate();
  return ({ kind, id }) => {
    if (kind === "task") void navigate({ to: "/work", search: { task: id } });
    else if (kind === "case") void navigate({ to: "/cases/$caseId", params: { caseId: id } });
    else void navigate({ to: "/design/$flowId", params: { flowId: id } });
  };
}

/** The flows, for those who may look at their drawings. */
function useFlows() {
  const may = useMay("definition.write", "definition.publish");
  const { data } = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    enabled: may,
    staleTime: 30_000,
  });
  return data ?? NO_FLOWS;
}

const NO_FLOWS: readonly DefinitionSummary[] = [];

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
