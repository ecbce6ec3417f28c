import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { LiveMessage, LiveRequest } from "@flowright/client";

/** A reader of the live feed that can stop reading, which no WebSocket of a platform can. */
export interface SlowReader {
  say(request: LiveRequest): void;
  /** Reads nothing more until `goOn`. */
  stand(): void;
  goOn(): void;
  /** The code with which the server closed; null where the connection ended without one. */
  readonly closed: Promise<number | null>;
  close(): void;
}

/** Opens a connection; messages are told in their order. Frames as in RFC 6455, those of the server unmasked. */
export async function slowReader(
  address: string,
  secret: string,
  told: (message: LiveMessage) => void,
): Promise<SlowReader> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let rest = await afterUpgrade(socket, [
    "GET /api/v1/live HTTP/1.1",
    `Host: ${hostname}:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    `Authorization: Bearer ${secret}`,
  ]);
  let code: number | null = null;
  const closed = new Promise<number | null>((resolve) => socket.on("close", () => resolve(code)));
  const take = (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let frame = frameIn(rest); frame; frame = frameIn(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.kind === 1) told(JSON.parse(frame.content.toString()));
      else if (frame.kind === 9) socket.write(frameOf(10, frame.content));
      else if (frame.kind === 8) {
        code = frame.content.length >= 2 ? frame.content.readUInt16BE(0) : null;
        socket.end(frameOf(8, frame.content.subarray(0, 2)));
      }
    }
  };
  socket.on("error", () => undefined);
  socket.on("data", take);
  take(Buffer.alloc(0));
  return {
    say: (message) => socket.write(frameOf(1, Buffer.from(JSON.stringify(message)))),
    stand: () => socket.pause(),
    goOn: () => socket.resume(),
    closed,
    close: () => socket.destroy(),
  };
}

/** Asks for the WebSocket; what came after the answer's head. Refused or cut off: an error with the status line. */
function afterUpgrade(socket: Socket, head: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0);
    const take = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf("\r\n\r\n");
      if (end < 0) return;
      socket.off("data", take).off("error", reject);
      const status = answer.toString("latin1", 0, answer.indexOf("\r\n"));
      if (/^HTTP\/1\.1 101\b/.test(status)) resolve(answer.subarray(end + 4));
      else {
        socket.destroy();
        reject(new Error(`No connection: ${status}`));
      }
    };
    socket.on("data", take).on("error", reject);
    socket.once("close", () => reject(new Error("No connection: it was cut off before an answer.")));
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
  });
}

/** The first whole frame of what has come. */
function frameIn(bytes: Buffer): { kind: number; content: Buffer; length: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return null;
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + size) return null;
  return {
    kind: (bytes[0] ?? 0) & 0x0f,
    content: bytes.subarray(head, head + size),
    length: head + size,
  };
}

/** A frame of a client, masked with zeros; its content is short. */
function frameOf(kind: number, content: Buffer): Buffer {
  const long = content.length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x80 | kind;
  head[1] = 0x80 | (long ? 126 : content.length);
  if (long) head.writeUInt16BE(content.length, 2);
  return Buffer.concat([head, content]);
}
