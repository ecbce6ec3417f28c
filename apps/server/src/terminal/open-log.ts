import { renameSync, statSync } from "node:fs";
import pino, { type Logger } from "pino";

const LARGE_BYTES = 10_000_000;

/** The server's log: one JSON line each in a file, warnings and errors on the terminal as well. */
export function openLog(file: string): Logger {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES) renameSync(file, `${file}.old`);
  return pino(
    { level: "info", base: null, redact: ["req.headers.authorization", "req.headers.cookie"] },
    pino.multistream([
      { level: "info", stream: pino.destination({ dest: file, mkdir: true, sync: true }) },
      { level: "error", stream: process.stderr },
    ]),
  );
}
