import type { Caller, Runtime } from "@flowright/runtime";

/** A person of the sample as a caller; the session made for it is ended at once. */
export async function callerOf(runtime: Runtime, user: string): Promise<Caller> {
  const entered = await runtime.sessions.enter(user);
  if (!entered.ok) throw new Error(`${user}: ${entered.refusal.problem.message.en}`);
  const found = await runtime.sessions.caller(entered.value.secret);
  await runtime.sessions.signOut(entered.value.secret);
  if (!found) throw new Error(`${user}: the session just made is unknown`);
  return found.caller;
}
