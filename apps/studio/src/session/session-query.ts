import { ApiError, type Permission, type Session } from "@flowright/client";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import { forgetTabSecret, tabSecret } from "./tab-session.ts";

/** Who is signed in, null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: readSession,
  staleTime: 5 * 60_000,
});

async function readSession(): Promise<Session | null> {
  try {
    return await api().sessions.read();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    // A tab whose own session is over falls back to the browser's only after the person entered again.
    if (tabSecret() !== null) forgetTabSecret();
    return null;
  }
}

/** The session of a page behind the entry; the route has made sure that there is one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  return data ?? NOBODY;
}

/** While the way back to the entry is under way, the page has nobody for a moment. */
const NOBODY: Session = {
  person: { user: "", name: "", roles: [], active: false, language: null },
  workspace: { id: "", name: "", sample: false },
  permissions: [],
  workspaces: [],
};

/** True where the signed-in person may do one of these. */
export function useMay(...anyOf: Permission[]): boolean {
  const { permissions } = useSession();
  return anyOf.some((permission) => permissions.includes(permission));
}
