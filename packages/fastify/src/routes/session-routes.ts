import type { EntryOptions, Session } from "@flowright/client";
import { isFromThisMachine } from "../identity/one-click.ts";
import { clearSessionCookie, setSessionCookie } from "../identity/session-cookie.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { type ApiCall, answer, defineRoute } from "../route/define-route.ts";

/** Entry page, sign-in, the session itself and one's own profile. */
export const sessionRoutes = [
  defineRoute({
    operation: "entry.options",
    permission: "public",
    summary: "What the entry page offers: one-click entry for browsers on the server's own machine.",
    answer: "EntryOptions",
    handle: (call) => answer(entryOptions(call)),
  }),
  defineRoute({
    operation: "entry.enter",
    permission: "public",
    summary: "Enter as a sample person; with `tab` the session's secret is answered instead of a cookie.",
    body: "Enter",
    answer: { oneOf: ["Session", "TabSession"] },
    handle: async (call) => {
      if (!mayEnter(call)) return refuseHttp("entry.closed");
      const result = await call.runtime.sessions.enter(call.body.user);
      if (!result.ok || call.body.tab) return result;
      return keepInCookie(call, result.value);
    },
  }),
  defineRoute({
    operation: "entry.ownWorkspace",
    permission: "public",
    summary: "Start with an empty workspace of one's own.",
    body: "OwnWorkspace",
    answer: "Session",
    status: 201,
    perMinute: 30,
    handle: async (call) => {
      if (!mayEnter(call)) return refuseHttp("entry.closed");
      const result = await call.runtime.sessions.ownWorkspace(call.body.name);
      return result.ok ? keepInCookie(call, result.value) : result;
    },
  }),
  defineRoute({
    operation: "session.read",
    permission: "session",
    summary: "Who is signed in, where, and what they may do.",
    answer: "Session",
    handle: async (call) => {
      const { identity, request, reply, options } = call;
      // The cookie lives as long as the session, which each use prolongs.
      if (identity?.byCookie && identity.secret) {
        setSessionCookie(request, reply, identity.secret, options.secureCookies);
      }
      return answer(identity?.session ?? sessionOfToken(call));
    },
  }),
  defineRoute({
    operation: "session.signIn",
    permission: "public",
    summary: "Sign in with user name and password; sets the session cookie.",
    body: "SignIn",
    answer: "Session",
    perMinute: 60,
    handle: async (call) => {
      const { user, password } = call.body;
      const result = await call.runtime.sessions.signIn(user, password, call.request.ip);
      return result.ok ? keepInCookie(call, result.value) : result;
    },
  }),
  defineRoute({
    operation: "session.signOut",
    permission: "session",
    summary: "End this session.",
    answer: null,
    handle: async ({ runtime, identity, request, reply, options }) => {
      if (identity?.secret) await runtime.sessions.signOut(identity.secret);
      if (identity?.byCookie) clearSessionCookie(request, reply, options.secureCookies);
      return answer(null);
    },
  }),
  defineRoute({
    operation: "session.switchWorkspace",
    permission: "session",
    summary: "Go on in another of your workspaces.",
    body: "SwitchWorkspace",
    answer: "Session",
    handle: async ({ runtime, identity, body }) =>
      identity?.secret
        ? runtime.sessions.switchWorkspace(identity.secret, body.workspace)
        : refuseHttp("session.needed"),
  }),
  defineRoute({
    operation: "profile.patch",
    permission: "session",
    summary: "Change your own language.",
    body: "ProfilePatch",
    answer: "Person",
    handle: async ({ runtime, caller, identity, body }) =>
      identity?.session
        ? runtime.people.patch(caller, caller.user, { language: body.language })
        : refuseHttp("session.needed"),
  }),
  defineRoute({
    operation: "profile.changePassword",
    permission: "session",
    summary: "Set a password of your own; your other sessions end.",
    body: "ChangePassword",
    answer: null,
    handle: async ({ runtime, identity, body, request }) =>
      identity?.secret
        ? runtime.sessions.changePassword(identity.secret, body.current, body.password, request.ip)
        : refuseHttp("session.needed"),
  }),
];

function mayEnter({ options, request }: ApiCall): boolean {
  return options.oneClickEntry === true && isFromThisMachine(request);
}

async function entryOptions(call: ApiCall): Promise<EntryOptions> {
  const oneClick = mayEnter(call);
  const people = oneClick ? await call.runtime.sessions.samplePeople() : [];
  return {
    oneClick,
    people: people.map(({ workspace, ...person }) => ({ ...person, workspace: workspace.name })),
    ownWorkspace: oneClick,
  };
}

async function keepInCookie(
  { request, reply, options }: ApiCall,
  { secret, session }: { secret: string; session: Session },
) {
  setSessionCookie(request, reply, secret, options.secureCookies);
  return answer(session);
}

/** What an API token sees of itself. */
async function sessionOfToken({ runtime, caller }: ApiCall): Promise<Session> {
  const workspace = await runtime.workspaces.find(caller.tenant);
  return {
    person: {
      user: caller.user,
      name: caller.user.replace(/^token:/, ""),
      roles: [...caller.roles],
      active: true,
      language: null,
    },
    workspace: workspace ?? { id: caller.tenant, name: caller.tenant, sample: false },
    permissions: [...caller.permissions],
    workspaces: [],
  };
}
