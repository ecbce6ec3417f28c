import { readFileSync } from "node:fs";
import os from "node:os";
import pg from "pg";

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** Programs that were running or waiting to run in the minute before, as `uptime` tells. */
  readonly load: number;
}

export async function describeMachine(server: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  await client.end();
  return {
    processor: os.cpus()[0]?.model.trim() ?? "",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: systemName(),
    node: process.versions.node,
    postgres: rows[0]?.version ?? "",
    load: os.loadavg()[0] ?? 0,
  };
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
    if (name !== undefined) return name;
  } catch {
    // Not a Linux that names itself.
  }
  return `${os.type()} ${os.release()}`;
}
