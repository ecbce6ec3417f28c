/** The environment of PostgreSQL programs: messages in English, times in UTC, none of the caller's PG* settings. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_"),
  );
  return { ...Object.fromEntries(kept), LANG: "C", LC_ALL: "C", TZ: "UTC" };
}
