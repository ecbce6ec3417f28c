import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { sessionQuery } from "../session/session-query.ts";
import { forgetTabSecret } from "../session/tab-session.ts";

/** The session is over: back to the entry, which leads back to this page. */
export function endSession(queries: QueryClient, router: AnyRouter): void {
  const { pathname, href } = router.state.location;
  if (pathname === "/enter") return;
  forgetTabSecret();
  queries.setQueryData(sessionQuery.queryKey, null);
  void router.navigate({ to: "/enter", search: { back: href, expired: true } });
}
