import type {
  ApiToken,
  ApiTokenCreated,
  NewApiToken,
  NewPerson,
  NewRole,
  PasswordReset,
  Person,
  PersonCreated,
  PersonPatch,
  Role,
  UpdateRole,
} from "../api/identity.ts";
import type { TaskSummary } from "../api/task.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function peopleOf(transport: Transport) {
  return {
    list: (options: CallOptions = {}) => transport.call<Person[]>("people.list", options),
    create: (body: NewPerson, options: CallOptions = {}) =>
      transport.call<PersonCreated>("people.create", { ...options, body }),
    patch: (user: string, body: PersonPatch, options: CallOptions = {}) =>
      transport.call<Person>("people.patch", { ...options, params: { user }, body }),
    resetPassword: (user: string, options: CallOptions = {}) =>
      transport.call<PasswordReset>("people.resetPassword", { ...options, params: { user } }),
    /** Refused with 409 and the list of open tasks unless somebody takes them over. */
    deactivate: (user: string, handOverTo?: string, options: CallOptions = {}) =>
      transport.call<Person>("people.deactivate", {
        ...options,
        params: { user },
        body: handOverTo === undefined ? {} : { handOverTo },
      }),
    activate: (user: string, options: CallOptions = {}) =>
      transport.call<Person>("people.activate", { ...options, params: { user } }),
    openTasks: (user: string, options: CallOptions = {}) =>
      transport.call<TaskSummary[]>("people.openTasks", { ...options, params: { user } }),
    roles: (options: CallOptions = {}) => transport.call<Role[]>("roles.list", options),
    createRole: (body: NewRole, options: CallOptions = {}) =>
      transport.call<Role>("roles.create", { ...options, body }),
    updateRole: (id: string, body: UpdateRole, options: CallOptions = {}) =>
      transport.call<Role>("roles.update", { ...options, params: { id }, body }),
    removeRole: (id: string, options: CallOptions = {}) =>
      transport.call<null>("roles.remove", { ...options, params: { id } }),
    tokens: (options: CallOptions = {}) => transport.call<ApiToken[]>("tokens.list", options),
    createToken: (body: NewApiToken, options: CallOptions = {}) =>
      transport.call<ApiTokenCreated>("tokens.create", { ...options, body }),
    removeToken: (id: string, options: CallOptions = {}) =>
      transport.call<null>("tokens.remove", { ...options, params: { id } }),
  };
}
