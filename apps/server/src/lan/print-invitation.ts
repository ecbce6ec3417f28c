import type { Runtime } from "@flowright/runtime";
import { callerOf } from "../sample/caller-of.ts";
import { say } from "../terminal/say.ts";

/**
 * With `--lan` everyone in the network can reach the server, so one-click entry is off: each sample person gets a
 * fresh password, printed this once, and a QR code leads a phone here. `url` is null where there is no network.
 */
export async function printInvitation(runtime: Runtime, url: string | null): Promise<void> {
  if (url === null) console.log(say("lan.no-network"));
  else {
    // Most servers never draw one.
    const { default: QRCode } = await import("qrcode");
    console.log(`\n${await QRCode.toString(url, { type: "terminal", small: true })}`);
    console.log(say("lan.address", { url }));
  }
  const people = await runtime.sessions.samplePeople();
  const admin = people.find((person) => person.user === "lin") ?? people[0];
  if (!admin) return;
  const caller = await callerOf(runtime, admin.user);
  console.log(say("lan.passwords"));
  for (const person of people) {
    const reset = await runtime.people.resetPassword(caller, person.user);
    if (reset.ok) console.log(`    ${person.user.padEnd(8)} ${reset.value.password}   ${person.name}`);
  }
}
