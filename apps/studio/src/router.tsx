import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { adminRoutes } from "./admin/routes.tsx";
import { caseRoutes } from "./cases/routes.tsx";
import { designRoutes } from "./design/routes.tsx";
import { monitorRoutes } from "./monitor/routes.tsx";
import { elsewhereRoute, entryRoute, homeRoute, placesRoute, rootRoute } from "./shell/root-route.tsx";
import { workRoutes } from "./work/routes.tsx";

const tree = rootRoute.addChildren([
  entryRoute,
  placesRoute.addChildren([
    homeRoute,
    elsewhereRoute,
    ...workRoutes,
    ...caseRoutes,
    ...designRoutes,
    ...monitorRoutes,
    ...adminRoutes,
  ]),
]);

/** Every page of the application; links and search parameters are typed from this tree. */
export function createStudioRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createStudioRouter>;
  }
}
