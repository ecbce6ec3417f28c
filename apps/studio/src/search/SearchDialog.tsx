import { ApiError } from "@flowright/client";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { api } from "../session/api.ts";
import { useSession } from "../session/session-query.ts";
import "./search.css";
import { useSearchTexts } from "./texts.ts";
import { useCommands } from "./use-commands.ts";

const ENOUGH = 8;

/** One search (Ctrl or ⌘ K) for cases and tasks, by number, title or person, and for commands. */
export function SearchDialog() {
  const t = useSearchTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 180);
  const found = useFound(settled);
  const commands = useCommands().filter(({ label }) =>
    label.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const tasks = settled === "" ? [] : (found.data?.tasks ?? []);
  const cases = settled === "" ? [] : (found.data?.cases ?? []);
  const nothing = commands.length + tasks.length + cases.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={["mod + K"]}
      clearQueryOnClose
      scrollable
      maxHeight="min(480px, 70dvh)"
      transitionProps={{ duration: 120 }}
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("placeholder")}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {tasks.length > 0 && (
          <Spotlight.ActionsGroup label={t("tasks")}>
            {tasks.map((task) => (
              <Spotlight.Action
                key={task.id}
                label={`${textOf(task.name, language)} · ${task.instanceTitle ?? task.instanceNumber}`}
                description={`${task.instanceNumber} · ${textOf(task.definitionName, language)}`}
                onClick={() => void navigate({ to: "/work", search: { task: task.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {cases.length > 0 && (
          <Spotlight.ActionsGroup label={t("cases")}>
            {cases.map((found) => (
              <Spotlight.Action
                key={found.id}
                label={found.title ?? t("untitled", { number: found.number })}
                description={[found.number, found.businessKey, textOf(found.definitionName, language)]
                  .filter(Boolean)
                  .join(" · ")}
                onClick={() => void navigate({ to: "/cases/$caseId", params: { caseId: found.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t("commands")}>
            {commands.map(({ id, label, run, icon: Icon }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Icon size={18} aria-hidden="true" />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && (
          <Spotlight.Empty>
            {found.isFetching || settled !== query.trim()
              ? t("searching")
              : found.isError
                ? t("failed", {
                    reason: found.error instanceof ApiError ? found.error.problem.fix : "",
                  })
                : t("nothing", { query: query.trim() })}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useFound(search: string) {
  const { permissions } = useSession();
  const mayRead = permissions.includes("instance.read");
  const mayWork = permissions.includes("task.work");
  return useQuery({
    queryKey: ["search", search],
    enabled: search !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const [tasks, cases] = await Promise.all([
        mayWork ? api().tasks.list({ box: "all", search, limit: ENOUGH }, { signal }) : null,
        api().instances.list(
          { search, limit: ENOUGH, ...(mayRead ? {} : { startedByMe: true }) },
          { signal },
        ),
      ]);
      return { tasks: tasks?.items ?? [], cases: cases.items };
    },
  });
}
