import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ShopState, seedState } from "./shop-state.ts";

export interface ShopStore {
  readonly state: ShopState;
  /** Writes the state down before an answer goes out; a crash then loses nothing that was answered. */
  save(): void;
}

/** A store in one JSON file, or in memory where no file is named. */
export function openStore(file: string | undefined, now: Date): ShopStore {
  const state: ShopState =
    file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : seedState(now);
  return {
    state,
    save() {
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.tmp`, JSON.stringify(state));
      renameSync(`${file}.tmp`, file);
    },
  };
}
