import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../../../../apps/server/src/postgres/free-port.ts";
import type { LiveServerLoad } from "./live-server-program.ts";

/** Servers for live readers, each at an address that stays while it is killed and started again. */
export interface LiveServers {
  readonly addresses: readonly string[];
  /** `kill -9`, and started again. */
  restart(index: number): Promise<void>;
  /** The greatest load that was seen so far, in bytes. */
  readonly most: LiveServerLoad;
  close(): Promise<void>;
}

export async function liveServers(connectionString: string, count: number): Promise<LiveServers> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const servers: (ChildProcess | null)[] = [];
  const most = { memory: 0, buffered: 0 };
  let started = 0;
  const start = async (index: number) => {
    const options = { connectionString, port: ports[index], name: `live ${++started}` };
    const program = fileURLToPath(new URL("live-server-program.ts", import.meta.url));
    const child = fork(program, [JSON.stringify(options)], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    });
    const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
    if (first !== "ready") throw new Error("A server did not start");
    child.on("message", ({ memory, buffered }: LiveServerLoad) => {
      most.memory = Math.max(most.memory, memory);
      most.buffered = Math.max(most.buffered, buffered);
    });
    servers[index] = child;
  };
  const kill = async (index: number) => {
    const child = servers[index];
    servers[index] = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  await Promise.all(ports.map((_, index) => start(index)));
  const asking = setInterval(() => {
    for (const server of servers) if (server?.connected) server.send({}, () => undefined);
  }, 100);
  return {
    addresses: ports.map((port) => `http://127.0.0.1:${port}`),
    most,
    restart: async (index) => {
      await kill(index);
      await start(index);
    },
    close: async () => {
      clearInterval(asking);
      await Promise.all(ports.map((_, index) => kill(index)));
    },
  };
}

/** The secret of a new session, by which readers prove themselves. */
export async function signIn(address: string, user: string, password: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user, password }),
  });
  const [cookie = ""] = response.headers.getSetCookie();
  const secret = /^[^=]+=([^;]+)/.exec(cookie)?.[1];
  if (!secret) throw new Error(`Not signed in: ${response.status} ${await response.text()}`);
  return secret;
}
