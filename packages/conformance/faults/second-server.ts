import { setTimeout as delay } from "node:timers/promises";
import {
  newFolder,
  removeFolder,
  runFlowright,
  startServer,
} from "../../../apps/server/test/server-under-test.ts";
import type { Row } from "./harness/campaign.ts";
import type { Scale } from "./nodes.ts";

/** F13: a second server on the data of a running one refuses and says why, also where several try at once. */
export async function secondServer({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const tries = Math.max(4, Math.round(50 * fraction));
  const began = performance.now();
  const dataDir = await newFolder();
  const args = ["start", "--no-open", "--no-sample"];
  const server = await startServer({ dataDir, args: args.slice(2) });
  let refused = 0;
  try {
    for (let done = 0; done < tries; ) {
      const racing = Math.min(tries - done, 1 + (done % 4));
      const ended = await Promise.all(
        Array.from({ length: racing }, () => runFlowright(args, { FLOWRIGHT_DATA: dataDir, PORT: "0" })),
      );
      for (const { code, output } of ended) {
        if (code !== 0 && output.includes(String(server.pid))) refused++;
        else say(`  ! a second server ended with ${code}: ${output.slice(0, 300)}`);
      }
      done += racing;
    }
    await delay(100);
    const alive = await fetch(`${server.url}/health/ready`).then((answer) => answer.ok);
    return {
      name: "second-server",
      size: `${tries} tries`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: `${tries} × a second server, one to four at once`,
      ...{ told: tries, lost: 0, doubled: 0, stuck: 0, broken: tries - refused, takeOver: null },
      note: `${refused} of ${tries} refused with the process that has it, the first ${alive ? "goes on" : "is gone"}`,
      kept: refused === tries && alive,
    };
  } finally {
    await server.end("SIGTERM");
    await removeFolder(dataDir);
  }
}
