import type { RouteDeclaration } from "../route/define-route.ts";
import { batchRoutes } from "./batch-routes.ts";
import { caseworkRoutes } from "./casework-routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { definitionRoutes } from "./definition-routes.ts";
import { draftRoutes } from "./drafts/draft-routes.ts";
import { flowCommentRoutes } from "./drafts/flow-comment-routes.ts";
import { serverRoutes } from "./health-routes.ts";
import { instanceRoutes } from "./instance-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { retentionRoutes } from "./server/retention-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { systemRoutes } from "./system-routes.ts";
import { taskRoutes } from "./task-routes.ts";
import { templateRoutes } from "./template-routes.ts";
import { workRoutes } from "./work-routes.ts";

/** Every route that takes and gives JSON. */
export const jsonRoutes: readonly RouteDeclaration[] = [
  ...sessionRoutes,
  ...definitionRoutes,
  ...draftRoutes,
  ...flowCommentRoutes,
  ...decisionRoutes,
  ...instanceRoutes,
  ...caseworkRoutes,
  ...batchRoutes,
  ...taskRoutes,
  ...workRoutes,
  ...peopleRoutes,
  ...serverRoutes,
  ...retentionRoutes,
  ...systemRoutes,
  ...templateRoutes,
];
