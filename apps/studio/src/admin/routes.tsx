import { createRoute } from "@tanstack/react-router";
import { NotThere } from "../shell/NotThere.tsx";
import { placesRoute } from "../shell/root-route.tsx";

const adminRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "admin",
  component: NotThere,
});

export const adminRoutes = [adminRoute] as const;
