import path from "node:path";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";

/** How `flowright start` runs, from its flags and environment variables. */
export interface Settings {
  readonly port: number;
  /** Reachable from other devices of the network; one-click entry is off then. */
  readonly lan: boolean;
  /** Folder of the embedded database, the key and the logs. */
  readonly dataDir: string;
  /** A PostgreSQL of one's own; null: the embedded one. */
  readonly databaseUrl: string | null;
  /** Set up the sample workspace where the database has none. */
  readonly sample: boolean;
  readonly openBrowser: boolean;
  readonly bootstrapToken: string | null;
  /** The address under which people reach this server through a proxy; null: they reach it directly. */
  readonly publicUrl: string | null;
  /** Whoever sends it may read `/metrics`; null: programs on this machine alone. */
  readonly metricsToken: string | null;
  /** Port of the shop stand-in that runs beside the sample. */
  readonly shopPort: number;
}

/** @throws ProgramProblem for an unknown flag, a port that is none, or a database address that is none */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const flags = parseFlags(args);
  const databaseUrl = env.DATABASE_URL?.trim() || null;
  if (databaseUrl && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    throw new ProgramProblem("settings.database-url", { value: beginningOf(databaseUrl) });
  }
  const token = env.FLOWRIGHT_BOOTSTRAP_TOKEN?.trim() || null;
  if (token && token.length < 16) throw new ProgramProblem("settings.bootstrap-token");
  const metricsToken = env.FLOWRIGHT_METRICS_TOKEN?.trim() || null;
  if (metricsToken && metricsToken.length < 16) throw new ProgramProblem("settings.metrics-token");
  return {
    port: portOf("PORT", flags.port ?? env.PORT, 3000),
    lan: flags.lan ?? false,
    dataDir: path.resolve(env.FLOWRIGHT_DATA?.trim() || ".flowright"),
    databaseUrl,
    // A database of one's own is likely to be for real work: sample data comes only when asked for.
    sample: flags["no-sample"] ? false : (flags.sample ?? databaseUrl === null),
    openBrowser: !(flags["no-open"] ?? false) && !env.CI,
    bootstrapToken: token,
    metricsToken,
    publicUrl: publicUrlOf(env.FLOWRIGHT_PUBLIC_URL),
    shopPort: portOf("SHOP_PORT", env.SHOP_PORT, 3100),
  };
}

function parseFlags(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    usage: "start [--port N] [--lan] [--sample | --no-sample] [--no-open]",
    options: {
      port: { type: "string" },
      lan: { type: "boolean" },
      sample: { type: "boolean" },
      "no-sample": { type: "boolean" },
      "no-open": { type: "boolean" },
    },
  }).values;
}

function publicUrlOf(text: string | undefined): string | null {
  const url = text?.trim();
  if (!url) return null;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ProgramProblem("settings.public-url", { value: url.slice(0, 60) });
  }
  return new URL(url).origin;
}

/** Enough of an address to recognise it by, and nothing of its password. */
function beginningOf(address: string): string {
  return /^[a-z]+:\/\//i.exec(address)?.[0] ?? address.slice(0, 4);
}

function portOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === "") return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ProgramProblem("settings.port", { name, value: text });
  }
  return port;
}
