import { openDatabase } from "../database/open-database.ts";
import { lockDataFolder } from "../postgres/data-folder-lock.ts";
import { readSettings } from "../settings/read-settings.ts";
import { ClosingStack } from "../terminal/closing-stack.ts";
import { say } from "../terminal/say.ts";

/** `flowright migrate`: brings the database up to date without starting the server, for example before a roll-out. */
export async function migrateDatabase(args: readonly string[]): Promise<number> {
  const settings = readSettings(args, process.env);
  const closing = new ClosingStack();
  const print = (line: string) => console.log(`  ${line}`);
  try {
    if (!settings.databaseUrl) {
      const lock = await lockDataFolder(settings.dataDir);
      closing.add(() => lock.release());
    }
    const database = await openDatabase(settings, print);
    closing.add(() => database.stop());
    await database.migrate(print);
    console.log(say("database.up-to-date"));
    return 0;
  } finally {
    await closing.closeAll();
  }
}
