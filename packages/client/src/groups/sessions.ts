import type {
  ChangePassword,
  EntryOptions,
  Person,
  ProfilePatch,
  Session,
  TabSession,
} from "../api/identity.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function sessionsOf(transport: Transport) {
  return {
    /** What the entry page offers; needs no session. */
    entryOptions: (options: CallOptions = {}) => transport.call<EntryOptions>("entry.options", options),
    /** One-click entry as a sample person. */
    enter: (user: string, options: CallOptions = {}) =>
      transport.call<Session>("entry.enter", { ...options, body: { user } }),
    /** The same for one tab, beside the browser's session; send its secret as token. */
    enterInTab: (user: string, options: CallOptions = {}) =>
      transport.call<TabSession>("entry.enter", { ...options, body: { user, tab: true } }),
    ownWorkspace: (name: string, options: CallOptions = {}) =>
      transport.call<Session>("entry.ownWorkspace", { ...options, body: { name } }),
    /** Who is signed in; 401 where nobody is. */
    read: (options: CallOptions = {}) => transport.call<Session>("session.read", options),
    signIn: (user: string, password: string, options: CallOptions = {}) =>
      transport.call<Session>("session.signIn", { ...options, body: { user, password } }),
    signOut: (options: CallOptions = {}) => transport.call<null>("session.signOut", options),
    switchWorkspace: (workspace: string, options: CallOptions = {}) =>
      transport.call<Session>("session.switchWorkspace", { ...options, body: { workspace } }),
    /** Changes one's own profile. */
    patchProfile: (body: ProfilePatch, options: CallOptions = {}) =>
      transport.call<Person>("profile.patch", { ...options, body }),
    /** A new password of one's own; every other session of the person ends. */
    changePassword: (body: ChangePassword, options: CallOptions = {}) =>
      transport.call<null>("profile.changePassword", { ...options, body }),
  };
}
