import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What becomes of the next commit: its answer is lost, or it never arrives. */
export type Mishap = "answer lost" | "commit lost" | null;

/** A line to the database that breaks at a commit when asked to. */
export async function openUnreliableLine(connectionString: string) {
  const target = new URL(connectionString);
  let mishap: Mishap = null;
  let broken = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let deaf = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", end);
      socket.setNoDelay(true);
    }
    near.on("data", (chunk) => {
      // A turn's commit: a simple query at the end of what is sent.
      if (mishap !== null && chunk.includes("commit\u0000")) {
        const what = mishap;
        mishap = null;
        broken++;
        if (what === "commit lost") return end();
        deaf = true;
        setTimeout(end, 150);
      }
      far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (!deaf) near.write(chunk);
    });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, "127.0.0.1", () => resolve());
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(connectionString);
  url.port = String(port);
  const down = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.close();
  };
  return {
    connectionString: url.href,
    breakNext: (what: Mishap) => {
      mishap = what;
    },
    broken: () => broken,
    /** Nobody answers any more, until `up`. */
    down,
    up: () => listen(port),
  };
}
