import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../session/session-query.ts";
import { placesRoute } from "../shell/root-route.tsx";

/** `/admin` leads to the first part that the person may use. */
const adminRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin",
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    const people = session?.permissions.includes("people.write") === true;
    const systems = session?.permissions.includes("system.write") === true;
    throw redirect({ to: !people && systems ? "/admin/systems" : "/admin/people", replace: true });
  },
});

const peopleRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/people",
  component: lazyRouteComponent(() => import("./people/PeoplePage.tsx"), "PeoplePage"),
});

const rolesRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/roles",
  component: lazyRouteComponent(() => import("./roles/RolesPage.tsx"), "RolesPage"),
});

const tokensRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/tokens",
  component: lazyRouteComponent(() => import("./tokens/TokensPage.tsx"), "TokensPage"),
});

const systemsRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/systems",
  component: lazyRouteComponent(() => import("./systems/SystemsPage.tsx"), "SystemsPage"),
});

const newSystemRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/new-system",
  component: lazyRouteComponent(() => import("./systems/SystemPage.tsx"), "NewSystemPage"),
});

const systemRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/systems/$systemId",
  component: lazyRouteComponent(() => import("./systems/SystemPage.tsx"), "SystemPage"),
});

const retentionRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/retention",
  component: lazyRouteComponent(() => import("./retention/RetentionPage.tsx"), "RetentionPage"),
});

const serverRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin/server",
  component: lazyRouteComponent(() => import("./server/ServerPage.tsx"), "ServerPage"),
});

export const adminRoutes = [
  adminRoute,
  peopleRoute,
  rolesRoute,
  tokensRoute,
  systemsRoute,
  newSystemRoute,
  systemRoute,
  retentionRoute,
  serverRoute,
] as const;
