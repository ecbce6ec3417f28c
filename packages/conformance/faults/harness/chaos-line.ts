import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What becomes of the answer to a commit. */
export type Fate = "passes" | "is swallowed" | "is lost with the connection";

export interface ChaosOptions {
  /** Asked for every commit that passes. */
  readonly fateOfCommit?: () => Fate;
  /** Milliseconds that every packet is late, in each direction. */
  readonly lateness?: () => number;
}

/** A line to the database that does to it what networks do. */
export interface ChaosLine {
  readonly connectionString: string;
  /** Everything that is connected stays so, but nothing passes any more. */
  swallow(): number;
  close(): void;
}

export async function chaosLine(connectionString: string, options: ChaosOptions): Promise<ChaosLine> {
  const target = new URL(connectionString);
  const lines = new Set<{ end(): void; swallow(): void }>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let deaf = false;
    let mute = false;
    const line = {
      end: () => {
        lines.delete(line);
        near.destroy();
        far.destroy();
      },
      swallow: () => {
        deaf = true;
        mute = true;
      },
    };
    lines.add(line);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on("error", line.end);
      socket.on("close", line.end);
    }
    const forth = lateWriter(far, options.lateness);
    const back = lateWriter(near, options.lateness);
    near.on("data", (chunk: Buffer) => {
      if (!deaf && chunk.includes("commit\u0000")) {
        const fate = options.fateOfCommit?.() ?? "passes";
        if (fate !== "passes") deaf = true;
        // What was sent arrives; only the answer does not.
        if (fate === "is lost with the connection") setTimeout(line.end, 50);
      }
      if (!mute) forth(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (!deaf) back(chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const url = new URL(connectionString);
  url.port = String((server.address() as AddressInfo).port);
  return {
    connectionString: url.href,
    swallow: () => {
      for (const line of lines) line.swallow();
      return lines.size;
    },
    close: () => {
      for (const line of lines) line.end();
      server.close();
    },
  };
}

/** Keeps the order of the packets, however late each is. */
function lateWriter(socket: Socket, lateness: (() => number) | undefined): (chunk: Buffer) => void {
  if (!lateness) return (chunk) => socket.write(chunk);
  let last: Promise<unknown> = Promise.resolve();
  return (chunk) => {
    const due = delay(lateness());
    last = last.then(() => due).then(() => socket.destroyed || socket.write(chunk));
  };
}
