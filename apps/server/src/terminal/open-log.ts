import { renameSync, statSync } from "node:fs";
import pino, { type Logger } from "pino";

const LARGE_BYTES = 10_000_000;

/** Names under which secrets go about; what stands there is left out, up to two levels down. */
const SECRET = [
  "authorization",
  "cookie",
  '["set-cookie"]',
  "password",
  "secret",
  "secretKey",
  "token",
  "bootstrapToken",
  "metricsToken",
  '["x-api-key"]',
] as const;

const PATHS = SECRET.flatMap((name) => {
  const below = name.startsWith("[") ? name : `.${name}`;
  return [name, `*${below}`, `*.*${below}`];
}).concat(["req.headers.authorization", "req.headers.cookie", 'res.headers["set-cookie"]']);

/** A password in the address of a database or system, wherever an error quotes it. */
const IN_ADDRESS = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*):[^\s@"]+@/gi;

/** The server's log: one JSON line each in a file, errors on the terminal as well. Secrets are left out. */
export function openLog(file: string): Logger {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES) renameSync(file, `${file}.old`);
  return pino(
    {
      level: "info",
      base: null,
      redact: { paths: PATHS, censor: "[left out]" },
      hooks: { streamWrite: (line) => line.replace(IN_ADDRESS, "$1:[left out]@") },
    },
    pino.multistream([
      { level: "info", stream: pino.destination({ dest: file, mkdir: true, sync: true }) },
      { level: "error", stream: process.stderr },
    ]),
  );
}
