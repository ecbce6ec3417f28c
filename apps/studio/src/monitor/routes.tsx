import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { placesRoute } from "../shell/root-route.tsx";
import { readCaseSearch } from "./cases/case-search.ts";

interface FlowSearch {
  /** The flow that is drawn. */
  flow?: string;
  version?: number;
  /** The step whose cases are listed. */
  step?: string;
}

const flowsRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor",
  validateSearch: (search: Record<string, unknown>): FlowSearch => ({
    ...(search.flow === undefined ? {} : { flow: String(search.flow) }),
    ...(Number.isInteger(search.version) ? { version: Number(search.version) } : {}),
    ...(search.step === undefined ? {} : { step: String(search.step) }),
  }),
  component: lazyRouteComponent(() => import("./flows/FlowsPage.tsx"), "FlowsPage"),
});

const casesRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor/cases",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import("./cases/CasesPage.tsx"), "CasesPage"),
});

const incidentsRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor/incidents",
  validateSearch: (search: Record<string, unknown>): { incident?: string } =>
    search.incident === undefined ? {} : { incident: String(search.incident) },
  component: lazyRouteComponent(() => import("./incidents/IncidentsPage.tsx"), "IncidentsPage"),
});

const batchesRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor/batches",
  component: lazyRouteComponent(() => import("./batches/BatchesPage.tsx"), "BatchesPage"),
});

const batchRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "monitor/batches/$batchId",
  validateSearch: (search: Record<string, unknown>): { show?: "failed" | "done" | "waiting" } =>
    search.show === "failed" || search.show === "done" || search.show === "waiting"
      ? { show: search.show }
      : {},
  component: lazyRouteComponent(() => import("./batches/one/BatchPage.tsx"), "BatchPage"),
});

export const monitorRoutes = [flowsRoute, casesRoute, batchesRoute, batchRoute, incidentsRoute] as const;
