import type { SaveTemplate } from "@flowright/client";
import { answer, defineRoute } from "../route/define-route.ts";

export const templateRoutes = [
  defineRoute({
    operation: "templates.list",
    permission: "definition.read",
    summary: "The templates of the workspace, of flows and of steps.",
    answer: { list: "WorkspaceTemplate" },
    handle: ({ runtime, caller }) => answer(runtime.templates.list(caller)),
  }),
  defineRoute({
    operation: "templates.read",
    permission: "definition.read",
    summary: "A template with its content.",
    answer: "WorkspaceTemplate",
    handle: ({ runtime, caller, param }) => runtime.templates.read(caller, param("kind"), param("id")),
  }),
  defineRoute({
    operation: "templates.save",
    permission: "definition.write",
    summary: "Make a template, or replace the version that was read; stale 412.",
    body: "SaveTemplate",
    bodyLimit: 5 * 1024 * 1024,
    answer: "WorkspaceTemplate",
    handle: ({ runtime, caller, param, body }) =>
      runtime.templates.save(caller, param("kind"), param("id"), body satisfies SaveTemplate),
  }),
  defineRoute({
    operation: "templates.remove",
    permission: "definition.write",
    summary: "Delete a template; flows made from it stay as they are.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.templates.remove(caller, param("kind"), param("id")),
  }),
];
