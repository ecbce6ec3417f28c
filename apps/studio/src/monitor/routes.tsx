import { createRoute } from "@tanstack/react-router";
import { NotThere } from "../shell/NotThere.tsx";
import { placesRoute } from "../shell/root-route.tsx";

const monitorRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor",
  component: NotThere,
});

export const monitorRoutes = [monitorRoute] as const;
