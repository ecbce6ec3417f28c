import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { placesRoute } from "../shell/root-route.tsx";
import { isListBox, type ListBox } from "./inbox/list-box.ts";

interface WorkSearch {
  /** Which box is open; absent: mine. */
  box?: ListBox;
  /** The task that is open. */
  task?: string;
}

const workRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "work",
  validateSearch: (search: Record<string, unknown>): WorkSearch => ({
    ...(isListBox(search.box) && search.box !== "mine" ? { box: search.box } : {}),
    ...(search.task === undefined ? {} : { task: String(search.task) }),
  }),
  component: lazyRouteComponent(() => import("./WorkPage.tsx"), "WorkPage"),
});

const startRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "start",
  component: lazyRouteComponent(() => import("./start/StartPage.tsx"), "StartPage"),
});

const startFormRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "start/$definitionId",
  component: lazyRouteComponent(() => import("./start/StartFormPage.tsx"), "StartFormPage"),
});

const startedRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "started",
  component: lazyRouteComponent(() => import("./started/StartedPage.tsx"), "StartedPage"),
});

export const workRoutes = [workRoute, startRoute, startFormRoute, startedRoute] as const;
