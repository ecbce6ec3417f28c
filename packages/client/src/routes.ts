/** How an operation is reached: the path lies below `/api/v1`. */
export interface ApiRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

/**
 * Every operation of the API by its id. The client sends by this table, the server registers by it and the
 * OpenAPI document is written from it, so that the three cannot drift apart.
 */
export const apiRoutes = {
  "entry.options": { method: "GET", path: "/entry" },
  "entry.enter": { method: "POST", path: "/enter" },
  "entry.ownWorkspace": { method: "POST", path: "/own-workspace" },
  "session.read": { method: "GET", path: "/session" },
  "session.signIn": { method: "POST", path: "/session" },
  "session.signOut": { method: "DELETE", path: "/session" },
  "session.switchWorkspace": { method: "PUT", path: "/session/workspace" },
  "profile.patch": { method: "PATCH", path: "/profile" },
  "profile.changePassword": { method: "PUT", path: "/profile/password" },

  "definitions.validate": { method: "POST", path: "/definitions/validate" },
  "definitions.publish": { method: "POST", path: "/definitions" },
  "definitions.list": { method: "GET", path: "/definitions" },
  "definitions.versions": { method: "GET", path: "/definitions/{id}/versions" },
  "definitions.read": { method: "GET", path: "/definitions/{id}/versions/{version}" },
  "definitions.usage": { method: "GET", path: "/definitions/{id}/usage" },
  "definitions.stats": { method: "GET", path: "/definitions/{id}/stats" },

  "drafts.read": { method: "GET", path: "/drafts/{id}" },
  "drafts.save": { method: "PUT", path: "/drafts/{id}" },
  "drafts.remove": { method: "DELETE", path: "/drafts/{id}" },
  "drafts.kept": { method: "GET", path: "/drafts/{id}/kept" },
  "drafts.keep": { method: "POST", path: "/drafts/{id}/kept" },
  "drafts.readKept": { method: "GET", path: "/drafts/{id}/kept/{kept}" },
  "drafts.removeKept": { method: "DELETE", path: "/drafts/{id}/kept/{kept}" },

  "flowComments.list": { method: "GET", path: "/drafts/{id}/comments" },
  "flowComments.add": { method: "POST", path: "/drafts/{id}/comments" },
  "flowComments.seen": { method: "POST", path: "/drafts/{id}/comments/seen" },
  "flowComments.change": { method: "PATCH", path: "/drafts/{id}/comments/{comment}" },
  "flowComments.remove": { method: "DELETE", path: "/drafts/{id}/comments/{comment}" },

  "instances.start": { method: "POST", path: "/instances" },
  "instances.list": { method: "GET", path: "/instances" },
  "instances.read": { method: "GET", path: "/instances/{id}" },
  "instances.events": { method: "GET", path: "/instances/{id}/events" },
  "instances.at": { method: "GET", path: "/instances/{id}/at/{seq}" },
  "instances.cancel": { method: "POST", path: "/instances/{id}/cancel" },
  "instances.suspend": { method: "POST", path: "/instances/{id}/suspend" },
  "instances.resume": { method: "POST", path: "/instances/{id}/resume" },
  "instances.modify": { method: "POST", path: "/instances/{id}/modify" },
  "instances.checkModification": { method: "POST", path: "/instances/{id}/check-modification" },
  "instances.setVariables": { method: "POST", path: "/instances/{id}/variables" },
  "instances.migrate": { method: "POST", path: "/instances/{id}/migrate" },
  "instances.checkMigration": { method: "POST", path: "/instances/{id}/check-migration" },
  "instances.beginStep": { method: "POST", path: "/instances/{id}/begin-step" },
  "instances.finishSteps": { method: "POST", path: "/instances/{id}/finish-steps" },
  "instances.addStep": { method: "POST", path: "/instances/{id}/add-step" },
  "instances.addItems": { method: "POST", path: "/instances/{id}/add-items" },
  "instances.removeItem": { method: "POST", path: "/instances/{id}/remove-item" },
  "instances.comment": { method: "POST", path: "/instances/{id}/comment" },

  "tasks.list": { method: "GET", path: "/tasks" },
  "tasks.counts": { method: "GET", path: "/tasks/counts" },
  "tasks.offers": { method: "GET", path: "/tasks/offers" },
  "tasks.read": { method: "GET", path: "/tasks/{id}" },
  "tasks.claim": { method: "POST", path: "/tasks/{id}/claim" },
  "tasks.release": { method: "POST", path: "/tasks/{id}/release" },
  "tasks.complete": { method: "POST", path: "/tasks/{id}/complete" },
  "tasks.approve": { method: "POST", path: "/tasks/{id}/approve" },
  "tasks.reject": { method: "POST", path: "/tasks/{id}/reject" },
  "tasks.return": { method: "POST", path: "/tasks/{id}/return" },
  "tasks.transfer": { method: "POST", path: "/tasks/{id}/transfer" },
  "tasks.addApprover": { method: "POST", path: "/tasks/{id}/add-approver" },
  "tasks.removeApprover": { method: "POST", path: "/tasks/{id}/remove-approver" },
  "tasks.comment": { method: "POST", path: "/tasks/{id}/comment" },
  "tasks.readDraft": { method: "GET", path: "/tasks/{id}/draft" },
  "tasks.saveDraft": { method: "PUT", path: "/tasks/{id}/draft" },
  "tasks.colleagues": { method: "GET", path: "/tasks/{id}/colleagues" },

  "messages.send": { method: "POST", path: "/messages" },
  "signals.send": { method: "POST", path: "/signals" },

  "decisions.list": { method: "GET", path: "/decisions" },
  "decisions.publish": { method: "POST", path: "/decisions" },
  "decisions.versions": { method: "GET", path: "/decisions/{id}/versions" },
  "decisions.uses": { method: "GET", path: "/decisions/{id}/uses" },
  "decisions.read": { method: "GET", path: "/decisions/{id}/versions/{version}" },

  "jobs.activate": { method: "POST", path: "/jobs/activate" },
  "jobs.complete": { method: "POST", path: "/jobs/{id}/complete" },
  "jobs.fail": { method: "POST", path: "/jobs/{id}/fail" },

  "incidents.list": { method: "GET", path: "/incidents" },
  "incidents.resolve": { method: "POST", path: "/incidents/{id}/resolve" },

  "batches.create": { method: "POST", path: "/batches" },
  "batches.check": { method: "POST", path: "/batches/check" },
  "batches.count": { method: "POST", path: "/batches/count" },
  "batches.list": { method: "GET", path: "/batches" },
  "batches.read": { method: "GET", path: "/batches/{id}" },
  "batches.items": { method: "GET", path: "/batches/{id}/items" },
  "batches.export": { method: "GET", path: "/batches/{id}/items.csv" },
  "batches.pause": { method: "POST", path: "/batches/{id}/pause" },
  "batches.resume": { method: "POST", path: "/batches/{id}/resume" },
  "batches.cancel": { method: "POST", path: "/batches/{id}/cancel" },

  "files.store": { method: "POST", path: "/files" },
  "files.read": { method: "GET", path: "/files/{id}" },

  "people.list": { method: "GET", path: "/people" },
  "people.create": { method: "POST", path: "/people" },
  "people.patch": { method: "PATCH", path: "/people/{user}" },
  "people.resetPassword": { method: "POST", path: "/people/{user}/reset-password" },
  "people.deactivate": { method: "POST", path: "/people/{user}/deactivate" },
  "people.activate": { method: "POST", path: "/people/{user}/activate" },
  "people.openTasks": { method: "GET", path: "/people/{user}/open-tasks" },

  "roles.list": { method: "GET", path: "/roles" },
  "roles.create": { method: "POST", path: "/roles" },
  "roles.update": { method: "PUT", path: "/roles/{id}" },
  "roles.remove": { method: "DELETE", path: "/roles/{id}" },

  "tokens.list": { method: "GET", path: "/tokens" },
  "tokens.create": { method: "POST", path: "/tokens" },
  "tokens.remove": { method: "DELETE", path: "/tokens/{id}" },

  "server.read": { method: "GET", path: "/server" },

  "retention.read": { method: "GET", path: "/retention" },
  "retention.check": { method: "POST", path: "/retention/check" },
  "retention.save": { method: "PUT", path: "/retention" },
  "retention.removeOfFlow": { method: "DELETE", path: "/retention/flows/{flow}" },
  "retention.run": { method: "POST", path: "/retention/run" },

  "systems.list": { method: "GET", path: "/systems" },
  "systems.save": { method: "PUT", path: "/systems/{id}" },
  "systems.remove": { method: "DELETE", path: "/systems/{id}" },
  "systems.tryCall": { method: "POST", path: "/systems/{id}/try" },

  "templates.list": { method: "GET", path: "/templates" },
  "templates.read": { method: "GET", path: "/templates/{kind}/{id}" },
  "templates.save": { method: "PUT", path: "/templates/{kind}/{id}" },
  "templates.remove": { method: "DELETE", path: "/templates/{kind}/{id}" },

  "live.open": { method: "GET", path: "/live" },
} as const satisfies { readonly [operation: string]: ApiRoute };

/** Id of an operation, e.g. `tasks.complete`. */
export type ApiOperation = keyof typeof apiRoutes;

/** Prefix of every path of the table. */
export const API_PREFIX = "/api/v1";
