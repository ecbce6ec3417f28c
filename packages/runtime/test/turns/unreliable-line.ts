import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * What becomes of the next commits: its answer is lost with the connection, it is never heard although the connection
 * stays open, or the commit never arrives.
 */
export type Mishap = "answer lost" | "answer swallowed" | "commit lost" | null;

/** A line to the database that breaks at a commit when asked to. */
export async function openUnreliableLine(connectionString: string) {
  const target = new URL(connectionString);
  let mishap: Mishap = null;
  let after = "";
  let times = 0;
  let broken = 0;
  const sockets = new Set<Socket>();
  const deafen = new Set<() => void>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let deaf = false;
    deafen.add(() => {
      deaf = true;
      mute = true;
    });
    let mute = false;
    let armed = false;
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
      armed ||= chunk.includes(after);
      if (mishap !== null && armed && chunk.includes("commit\u0000")) {
        const what = mishap;
        if (--times === 0) mishap = null;
        broken++;
        if (what === "commit lost") return end();
        deaf = true;
        if (what === "answer lost") setTimeout(end, 150);
      } else if (chunk.includes("commit\u0000")) armed = false;
      if (!mute) far.write(chunk);
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
    /** Of a connection on which the text was sent before; of as many such connections as told. */
    breakNext: (what: Mishap, text = "", connections = 1) => {
      mishap = what;
      after = text;
      times = connections;
    },
    broken: () => broken,
    /** What is connected now stays so, but nothing passes any more; what connects later is served. */
    swallow: () => {
      for (const one of deafen) one();
      deafen.clear();
    },
    /** Nobody answers any more, until `up`. */
    down,
    up: () => listen(port),
  };
}
