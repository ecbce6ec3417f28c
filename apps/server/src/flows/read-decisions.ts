import path from "node:path";
import type { DecisionTable } from "@flowright/definition";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { bytesOf, filesAt } from "./flow-files.ts";

/** The decision tables of a folder, by their ids, or by the names of their files where they have none. */
export function readDecisions(folder: string): { readonly [id: string]: DecisionTable } {
  return Object.fromEntries(
    filesAt([folder], /\.json$/).map((file) => {
      try {
        const table = JSON.parse(bytesOf(file).toString("utf8")) as DecisionTable;
        return [table.id ?? path.basename(file, ".json"), table];
      } catch (error) {
        throw new ProgramProblem("file.unreadable", { file, reason: (error as Error).message });
      }
    }),
  );
}
