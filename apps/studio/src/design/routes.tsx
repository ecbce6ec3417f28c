import { createRoute } from "@tanstack/react-router";
import { NotThere } from "../shell/NotThere.tsx";
import { placesRoute } from "../shell/root-route.tsx";

const designRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "design",
  component: NotThere,
});

export const designRoutes = [designRoute] as const;
