import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { LoadFailure } from "../parts/LoadFailure.tsx";
import { sessionQuery } from "../session/session-query.ts";
import { NotThere } from "./NotThere.tsx";
import { placesFor } from "./places.ts";
import { Shell } from "./Shell.tsx";

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotThere,
  errorComponent: ({ error, reset }) => <LoadFailure error={error} onRetry={reset} />,
});

interface EntrySearch {
  /** Page to return to. */
  back?: string;
  /** Sample person whose session this tab gets. */
  as?: string;
  expired?: boolean;
}

export const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "enter",
  validateSearch: (search: Record<string, unknown>): EntrySearch => ({
    ...(typeof search.back === "string" ? { back: search.back } : {}),
    ...(search.as === undefined ? {} : { as: String(search.as) }),
    ...(search.expired === true ? { expired: true } : {}),
  }),
  component: lazyRouteComponent(() => import("../session/EntryPage.tsx"), "EntryPage"),
});

/** Parent of every page behind the entry: makes sure that somebody is signed in, and draws the frame. */
export const placesRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "places",
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: "/enter", search: { back: location.href } });
  },
  component: Shell,
});

/** `/` leads to the first place that the person may enter. */
export const homeRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "/",
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    throw redirect({ to: placesFor(session?.permissions ?? [])[0]?.to ?? "/work", replace: true });
  },
});

/** Every other address, so that the way back is in sight. */
export const elsewhereRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "$",
  component: NotThere,
});
