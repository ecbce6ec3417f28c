import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { LoadFailure } from "../parts/LoadFailure.tsx";
import { placesRoute } from "../shell/root-route.tsx";

interface ListSearch {
  /** Words that the flows are filtered by. */
  q?: string;
  /** The dialog for a new flow is open. */
  new?: true;
}

interface FlowSearch {
  /** A published version to look at, instead of the draft. */
  version?: number;
}

const designRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "design",
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    ...(search.q === undefined || search.q === "" ? {} : { q: String(search.q) }),
    ...(search.new === true ? { new: true } : {}),
  }),
  component: lazyRouteComponent(() => import("./list/FlowListPage.tsx"), "FlowListPage"),
});

const flowRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "design/$flowId",
  validateSearch: (search: Record<string, unknown>): FlowSearch => {
    const version = Number(search.version);
    return Number.isInteger(version) && version > 0 ? { version } : {};
  },
  component: lazyRouteComponent(() => import("./edit/FlowPage.tsx"), "FlowPage"),
  errorComponent: ({ error, reset }) => <LoadFailure error={error} onRetry={reset} />,
});

interface TemplateSearch {
  /** Words that the templates are filtered by. */
  q?: string;
}

const templatesRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "templates",
  validateSearch: (search: Record<string, unknown>): TemplateSearch =>
    search.q === undefined || search.q === "" ? {} : { q: String(search.q) },
  component: lazyRouteComponent(() => import("./templates/TemplatesPage.tsx"), "TemplatesPage"),
});

interface DecisionSearch {
  /** A published version to look at, instead of the newest. */
  version?: number;
  /** The name of a table that begins. */
  new?: { en?: string; zh?: string };
}

const decisionsRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "decisions",
  component: lazyRouteComponent(() => import("./decisions/DecisionListPage.tsx"), "DecisionListPage"),
});

const decisionRoute = createRoute({
  getParentRoute: () => placesRoute,
  path: "decisions/$decisionId",
  validateSearch: (search: Record<string, unknown>): DecisionSearch => {
    const version = Number(search.version);
    const { en, zh } = Object(search.new) as { en?: unknown; zh?: unknown };
    return {
      ...(Number.isInteger(version) && version > 0 ? { version } : {}),
      ...(en === undefined && zh === undefined
        ? {}
        : {
            new: {
              ...(en === undefined ? {} : { en: String(en) }),
              ...(zh === undefined ? {} : { zh: String(zh) }),
            },
          }),
    };
  },
  component: lazyRouteComponent(() => import("./decisions/DecisionPage.tsx"), "DecisionPage"),
  errorComponent: ({ error, reset }) => <LoadFailure error={error} onRetry={reset} />,
});

export const designRoutes = [designRoute, flowRoute, templatesRoute, decisionsRoute, decisionRoute] as const;
