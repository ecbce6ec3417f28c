import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { placesRoute } from "../shell/root-route.tsx";

const caseRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "cases/$caseId",
  component: lazyRouteComponent(() => import("./CasePage.tsx"), "CasePage"),
});

export const caseRoutes = [caseRoute] as const;
