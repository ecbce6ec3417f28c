import path from "node:path";
import { runSystemJobs } from "@flowright/connectors";
import { createRuntime, type Runtime } from "@flowright/runtime";
import type { FastifyInstance } from "fastify";
import { archiveFolder, caseArchive } from "../database/case-archive.ts";
import { openDatabase } from "../database/open-database.ts";
import { createApplication } from "../http/create-application.ts";
import { listenEarly } from "../http/listen-early.ts";
import { studioFolder } from "../http/serve-studio.ts";
import { lanAddress } from "../lan/lan-address.ts";
import { printInvitation } from "../lan/print-invitation.ts";
import { giveBackMemory } from "../memory/give-back-memory.ts";
import { lockDataFolder } from "../postgres/data-folder-lock.ts";
import { findSample } from "../sample/find-sample.ts";
import { forgetHalfSample } from "../sample/forget-half-sample.ts";
import { setUpSample } from "../sample/set-up-sample.ts";
import type { ShopProcess } from "../sample/shop-process.ts";
import { readSettings, type Settings } from "../settings/read-settings.ts";
import { secretKey } from "../settings/secret-key.ts";
import { loadTelemetry } from "../settings/telemetry.ts";
import { ClosingStack } from "../terminal/closing-stack.ts";
import { keepTalking } from "../terminal/keep-talking.ts";
import { openBrowser } from "../terminal/open-browser.ts";
import { openLog } from "../terminal/open-log.ts";
import { say } from "../terminal/say.ts";
import { untilStopped } from "../terminal/until-stopped.ts";

/**
 * `flowright start`: lock, port, database, migrations, runtime, sample, application; then serves until Ctrl-C.
 * Whatever was begun is ended in the reverse order, also when a later step fails or Ctrl-C comes in between.
 */
export async function start(args: readonly string[]): Promise<number> {
  const settings = readSettings(args, process.env);
  const closing = new ClosingStack();
  const talk = keepTalking();
  let asked = false;
  const stopped = untilStopped(() => {
    asked = true;
    console.log(say("stop.begun"));
  });
  const beginning = begin(settings, closing, talk.print).finally(talk.stop);
  try {
    const began = await Promise.race([beginning, stopped]);
    const reason = began ? await Promise.race([began.ended, stopped]) : undefined;
    if (reason !== undefined) console.error(`\n${reason}`);
    return reason === undefined ? 0 : 1;
  } catch (error) {
    if (asked) return 0;
    throw error;
  } finally {
    await closing.closeAll();
    // A step still under way fails on what was closed, or is told when it adds what it made; that is ended too.
    await beginning.catch(() => undefined);
    await closing.closeAll();
    if (asked) console.log(say("stop.done"));
  }
}

/** `ended` settles, with a sentence, only when something the server stands on has ended. */
async function begin(
  settings: Settings,
  closing: ClosingStack,
  print: (line: string) => void,
): Promise<{ ended: Promise<string> }> {
  const began = performance.now();
  const { dataDir } = settings;
  const lock = await lockDataFolder(dataDir);
  closing.add(() => lock.release());
  const log = openLog(path.join(dataDir, "server.log"));
  const listener = await listenEarly(settings.port, settings.lan ? "0.0.0.0" : "127.0.0.1");
  closing.add(() => listener.close());
  const url = `http://localhost:${listener.port}`;
  console.log(say("start.listening", { url }));

  const key = await secretKey(dataDir, process.env);
  const database = await openDatabase(settings, print);
  closing.add(() => database.stop());
  await forgetHalfSample(settings, database.connectionString, print);
  await database.migrate(print);

  let clockShift = 0;
  const runtime = await createRuntime({
    connectionString: database.connectionString,
    secretKey: key,
    bootstrapToken: settings.bootstrapToken ?? undefined,
    clockShift: () => clockShift,
    telemetry: await loadTelemetry(process.env),
    archive: caseArchive(archiveFolder(dataDir, process.env)),
    log,
  });
  closing.add(() => runtime.close());
  const jobs = runSystemJobs(runtime);
  closing.add(() => jobs.stop());

  const shop = await sampleOf(settings, runtime, {
    flowright: `http://127.0.0.1:${listener.port}`,
    setClock: (at) => {
      clockShift = at === null ? 0 : at.getTime() - Date.now();
    },
    log: print,
  });
  // Calls under way end before the system they call.
  if (shop) closing.add(() => jobs.stop().then(() => shop.stop()));

  const app: FastifyInstance = await createApplication({
    runtime,
    listener,
    oneClickEntry: !settings.lan && settings.publicUrl === null,
    publicUrl: settings.publicUrl,
    metricsToken: settings.metricsToken,
    log,
  });
  closing.add(() => app.close());
  // Load balancers hear of it while answers are still given.
  closing.add(() => runtime.drain());
  const keep = giveBackMemory();
  closing.add(async () => keep());
  await welcome({
    settings,
    runtime,
    shop,
    port: listener.port,
    url,
    seconds: (performance.now() - began) / 1000,
  });
  return { ended: database.ended };
}

async function sampleOf(
  settings: Settings,
  runtime: Runtime,
  context: {
    readonly flowright: string;
    readonly setClock: (at: Date | null) => void;
    readonly log: (line: string) => void;
  },
): Promise<ShopProcess | null> {
  const sample = settings.sample ? await findSample() : null;
  if (!sample) return null;
  return await setUpSample({
    ...context,
    runtime,
    sample,
    dataDir: settings.dataDir,
    shopPort: settings.shopPort,
  });
}

async function welcome(server: {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly shop: ShopProcess | null;
  readonly port: number;
  readonly url: string;
  readonly seconds: number;
}): Promise<void> {
  const { settings, shop, url } = server;
  console.log(`\n${say("start.ready", { url, seconds: server.seconds.toFixed(1) })}`);
  if (shop) console.log(say("start.shop", { url: shop.url }));
  if (!studioFolder()) console.log(say("start.no-studio"));
  if (settings.lan) {
    const address = lanAddress();
    await printInvitation(server.runtime, address ? `http://${address}:${server.port}` : null);
  }
  console.log(say("start.stop-hint"));
  if (settings.openBrowser) openBrowser(url);
}
