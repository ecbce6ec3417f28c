import type { Person } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLanguage } from "../i18n/use-language.ts";
import { api } from "../session/api.ts";
import { nameIn } from "./name-in.ts";

function usePeopleQuery() {
  return useQuery({
    queryKey: ["people"],
    queryFn: () => api().people.list(),
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** The people of the workspace. */
export function usePeople(): readonly Person[] {
  return usePeopleQuery().data ?? NOBODY;
}

const NOBODY: readonly Person[] = [];

/** User name → the person's name as the reader knows it; the user name itself where nothing is known. */
export function usePersonName(): (user: string) => string {
  const { data: people = NOBODY, isPending } = usePeopleQuery();
  const language = useLanguage();
  return useCallback(
    (user: string) => {
      const name = people.find((person) => person.user === user)?.name;
      // The user name would be read for a moment before the name.
      if (name === undefined) return isPending ? "…" : user;
      return nameIn(name, language);
    },
    [people, isPending, language],
  );
}
