import type { Applying } from "./applying.ts";
import { renameAll } from "./rename-all.ts";

/** Id of the process's own scope. */
export const ROOT_SCOPE = 0;

export const INSTANCE: Applying<
  | "instance.started"
  | "instance.ended"
  | "instance.suspended"
  | "instance.resumed"
  | "instance.named"
  | "instance.modified"
  | "instance.migrated"
> = {
  "instance.started": (draft, event) => {
    draft.by = event.by;
    if (event.called) draft.called = true;
    draft.scopes[ROOT_SCOPE] = { node: null, parent: null, vars: event.variables };
  },
  "instance.ended": (draft, event) => {
    draft.status = event.status;
    draft.tokens = {};
    delete draft.added;
    const root = draft.scopes[ROOT_SCOPE];
    draft.scopes = root ? { [ROOT_SCOPE]: { node: null, parent: null, vars: root.vars } } : {};
  },
  "instance.suspended": (draft) => {
    draft.status = "suspended";
  },
  "instance.resumed": (draft) => {
    draft.status = "active";
  },
  "instance.named": () => undefined,
  "instance.modified": () => undefined,
  "instance.migrated": (draft, event) => renameAll(draft, event),
};
