import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createClient } from "@flowright/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { drawTryPublish } from "./first-minutes/design.ts";
import { entryPage, liveFlowAndIncident, ownWorkspace } from "./first-minutes/entry.ts";
import { inspectionOnPhone } from "./first-minutes/phone.ts";
import { type Walker, walkerOf } from "./first-minutes/walker.ts";
import { newTaskAndDecision } from "./first-minutes/work.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

const LANGUAGES = ["en", "zh-CN"] as const;
const token = randomBytes(24).toString("base64url");

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser?.close());

// A product for each language, so that both meet the sample as it was made.
describe.each(LANGUAGES)("the first ten minutes (%s)", (language) => {
  let folder: string;
  let product: Product;

  const start = (lan: boolean) => startProduct({ sample: true, token, language, lan, folder });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "flowright-minutes-"));
    product = await start(false);
  }, 150_000);
  afterAll(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 40_000);

  const walk = (): Walker => {
    const admin = createClient({ baseUrl: product.url, token });
    return walkerOf(language, product, admin, visitorsOf(browser));
  };

  it("minute 2: everybody of the sample is one click away, in the reader's language", () =>
    entryPage(walk()));

  it("minute 2: a workspace of one's own begins empty", () => ownWorkspace(walk()));

  it(
    "minutes 3 and 4: the flow with live numbers; the incident is tried again and solved",
    {
      timeout: 40_000,
    },
    () => liveFlowAndIncident(walk()),
  );

  it(
    "minutes 5 and 6: a buyer asks, the task is there at once, a colleague decides in another tab",
    {
      timeout: 40_000,
    },
    () => newTaskAndDecision(walk()),
  );

  it(
    "minutes 8 to 10: a step is drawn, the flow broken, mended, tried and published",
    {
      timeout: 60_000,
    },
    () => drawTryPublish(walk()),
  );

  it("minute 7: the inspection on a phone, with a password and a photo", { timeout: 60_000 }, async () => {
    await product.stop();
    product = await start(true);
    await inspectionOnPhone(walk());
  });
});
