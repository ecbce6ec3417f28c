/**
 * A server as a process of its own, for live readers: it is killed by its parent, which asks it how much waits for its
 * readers meanwhile.
 */
import type { Duplex } from "node:stream";
import { flowright } from "@flowright/fastify";
import { createRuntime } from "@flowright/runtime";
import Fastify from "fastify";

export interface LiveServerOptions {
  readonly connectionString: string;
  readonly port: number;
  readonly name: string;
}

/** What the parent hears when it asks. Bytes. */
export interface LiveServerLoad {
  readonly memory: number;
  /** What waits for the slowest of the readers. */
  readonly buffered: number;
}

const { connectionString, port, name } = JSON.parse(process.argv[2] ?? "{}") as LiveServerOptions;
const log = (fields: object, message: string) => console.error(message, JSON.stringify(fields));
const runtime = await createRuntime({
  connectionString,
  secretKey: new Uint8Array(32).fill(1),
  node: { name },
  log: { info: () => undefined, warn: log, error: log },
});
const app = Fastify({ forceCloseConnections: true });
await app.register(flowright, { runtime, requestsPerMinute: 100_000_000 });
const readers = new Set<Duplex>();
app.server.on("upgrade", (_request, socket: Duplex) => {
  readers.add(socket);
  socket.on("close", () => readers.delete(socket));
});
await app.listen({ host: "127.0.0.1", port });
process.on("message", () => {
  const buffered = Math.max(0, ...[...readers].map((socket) => socket.writableLength));
  process.send?.({ memory: process.memoryUsage().rss, buffered } satisfies LiveServerLoad);
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
