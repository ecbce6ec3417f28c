import type { Caller, Result, Runtime } from "@flowright/runtime";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { callerOf } from "./caller-of.ts";
import type { Sample, SampleRecord } from "./sample-contract.ts";
import { newSampleRecord, readSampleRecord, writeSampleRecord } from "./sample-record.ts";
import { type ShopProcess, startShop } from "./shop-process.ts";

export interface SampleContext {
  readonly runtime: Runtime;
  readonly sample: Sample;
  readonly dataDir: string;
  readonly shopPort: number;
  /** The address under which the shop reaches this server. */
  readonly flowright: string;
  /** Moves the runtime's clock; null sets it back to the real time. */
  readonly setClock: (at: Date | null) => void;
  readonly log: (line: string) => void;
}

/** Who keeps the sample's affairs: the shop manager. */
const MANAGER = "lin";

/**
 * Makes the sample workspace at the first start, and runs the shop stand-in beside it at every start. Null where
 * the database holds other work and no sample of ours.
 */
export async function setUpSample(context: SampleContext): Promise<ShopProcess | null> {
  const { runtime, sample, dataDir } = context;
  const existing = await runtime.workspaces.find(sample.workspace.id);
  const record = await readSampleRecord(dataDir);
  if (existing && record === null) return null;
  if (existing && record?.state === "ready") return await runShop(context, record);
  // Our own database begins anew by itself; in somebody else's nothing is removed unasked.
  if (existing) throw new ProgramProblem("sample.unfinished");
  return await createSample(context);
}

async function createSample(context: SampleContext): Promise<ShopProcess> {
  const { runtime, sample, dataDir, log } = context;
  const began = performance.now();
  log(say("sample.creating"));
  const draft = newSampleRecord();
  await writeSampleRecord(dataDir, draft);
  expectOk(
    await runtime.workspaces.create({
      ...sample.workspace,
      // A workspace has one name; each reader is shown the half in his script, as with people's names.
      name: `${sample.workspace.name["zh-CN"]} ${sample.workspace.name.en}`,
      sample: true,
    }),
  );
  const manager = await callerOf(runtime, MANAGER);
  const token = expectOk(
    await runtime.people.createToken(manager, { name: "shop", permissions: ["message.send"] }),
  );
  const record: SampleRecord = { ...draft, shopToken: token.secret };
  const shop = await runShop(context, record);
  expectOk(
    await runtime.definitions.publish(manager, {
      definition: sample.definition,
      note: say("sample.first-note"),
    }),
  );
  const callers = new Map<string, Promise<Caller>>();
  let spoken = 0;
  await sample.seedCases({
    runtime,
    callerOf: (user) => {
      const known = callers.get(user) ?? callerOf(runtime, user);
      callers.set(user, known);
      return known;
    },
    system: {
      tenant: sample.workspace.id,
      user: "token:shop",
      permissions: new Set(["message.send", "instance.read"]),
      roles: [],
    },
    shop: shop.url,
    setClock: context.setClock,
    progress: (done, of) => {
      if (performance.now() - spoken < 1_500) return;
      spoken = performance.now();
      log(say("sample.cases", { done, of }));
    },
  });
  await writeSampleRecord(dataDir, { ...record, state: "ready" });
  log(say("sample.ready", { seconds: Math.round((performance.now() - began) / 100) / 10 }));
  return shop;
}

/** The shop may have had to take another port than last time; its entry under Admin follows. */
async function runShop(context: SampleContext, record: SampleRecord): Promise<ShopProcess> {
  const { runtime, sample } = context;
  const shop = await startShop({
    program: sample.shopProgram,
    dataDir: context.dataDir,
    port: context.shopPort,
    secret: record.shopSecret,
    token: record.shopToken,
    flowright: context.flowright,
  });
  const system = { ...sample.shopSystem(shop.url), secret: `Bearer ${record.shopSecret}` };
  expectOk(await runtime.systems.save(await callerOf(runtime, MANAGER), system));
  return shop;
}

function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message } = result.refusal.problem;
  const details = (result.refusal.problems ?? []).map((one) => `${one.code} ${one.path}: ${one.message.en}`);
  throw new Error([`${code}: ${message.en}`, ...details].join("\n  "));
}
