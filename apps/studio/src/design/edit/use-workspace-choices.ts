import type {
  DecisionChoice,
  FlowChoice,
  PersonChoice,
  RoleChoice,
  SystemChoice,
  TryCallHandler,
} from "@flowright/designer";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameIn } from "../../parts/name-in.ts";
import { usePeople } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";

interface WorkspaceChoices {
  readonly people: readonly PersonChoice[];
  readonly roles: readonly RoleChoice[];
  readonly systems: readonly SystemChoice[];
  /** Absent until they are known, and where the person may not read them. */
  readonly flows?: readonly FlowChoice[];
  readonly decisions?: readonly DecisionChoice[];
}

/** Whom and what the steps of a flow may name: the people, roles, systems, flows and decisions of the workspace. */
export function useWorkspaceChoices(): WorkspaceChoices {
  const language = useLanguage();
  const everyone = usePeople();
  const roles = useQuery({ queryKey: ["roles"], queryFn: () => api().people.roles(), staleTime: 60_000 });
  const systems = useQuery({ queryKey: ["systems"], queryFn: () => api().systems.list(), staleTime: 60_000 });
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    staleTime: 60_000,
  });
  const decisions = useQuery({
    queryKey: ["decisions"],
    queryFn: ({ signal }) => api().decisions.list({ signal }),
    staleTime: 60_000,
  });
  const people = useMemo(
    () =>
      everyone
        .filter(({ active }) => active)
        .map(({ user, name }) => ({ user, name: nameIn(name, language) })),
    [everyone, language],
  );
  return {
    people,
    roles: roles.data ?? NO_ROLES,
    systems: systems.data ?? NO_SYSTEMS,
    ...(flows.data ? { flows: flows.data } : {}),
    ...(decisions.data ? { decisions: decisions.data } : {}),
  };
}

const NO_ROLES: readonly RoleChoice[] = [];
const NO_SYSTEMS: readonly SystemChoice[] = [];

/** "Try it" of a service step: really calls the system. */
export const tryCall: TryCallHandler = (system, operation, input) =>
  api().systems.tryCall(system, { operation, input: JSON.parse(JSON.stringify(input)) });
