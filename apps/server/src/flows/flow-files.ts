import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  type Problem,
  parseDefinition,
  validateDefinition,
  type WorkflowDefinition,
} from "@flowright/definition";
import { ProgramProblem } from "../terminal/program-problem.ts";

/** The flows of one file, and what is wrong with them. */
export interface FlowFile {
  readonly file: string;
  /** Those whose shape holds, whatever else is wrong with them. */
  readonly definitions: readonly WorkflowDefinition[];
  readonly problems: readonly Problem[];
  /** How many the file has, where it is a list. */
  readonly list?: number | undefined;
}

/** Bytes of a file. @throws ProgramProblem where it cannot be read */
export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ProgramProblem("file.unreadable", { file, reason: (error as Error).message });
  }
}

/**
 * Reads flows: our JSON (one definition, a list of them, or what `import` writes), or BPMN 2.0 XML.
 *
 * @throws ProgramProblem where the file cannot be read
 */
export async function readFlows(file: string): Promise<FlowFile> {
  const bytes = bytesOf(file);
  if (isXml(bytes)) {
    const { importBpmn } = await import("@flowright/bpmn");
    const { definitions, problems } = importBpmn(bytes);
    return { file, definitions, problems };
  }
  return { file, ...flowsOfJson(bytes.toString("utf8")) };
}

/** Whether a file begins as XML does, in any of the encodings that XML may have. */
export function isXml(bytes: Uint8Array): boolean {
  const first = [...bytes.subarray(0, 64)].filter(
    (byte) => ![0, 0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte),
  );
  return first.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte)) === 0x3c;
}

function flowsOfJson(text: string): Omit<FlowFile, "file"> {
  const list = listIn(text);
  if (list === null) {
    const { definition, problems } = parseDefinition(text);
    return { definitions: definition === null ? [] : [definition], problems };
  }
  const read = list.values.map((value) => validateDefinition(value));
  return {
    list: read.length,
    definitions: read.flatMap(({ definition }) => definition ?? []),
    problems: read.flatMap(({ problems }, index) =>
      problems.map((one) => ({ ...one, path: `${list.path}/${index}${one.path}` })),
    ),
  };
}

/** A list of definitions, alone or as `definitions`; null for anything else. */
function listIn(text: string): { readonly values: readonly unknown[]; readonly path: string } | null {
  if (!/^\uFEFF?\s*(\[|\{\s*"(definitions|report)")/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (Array.isArray(value)) return { values: value, path: "" };
    const inside = (value as { readonly definitions?: unknown }).definitions;
    return Array.isArray(inside) ? { values: inside, path: "/definitions" } : null;
  } catch {
    return null;
  }
}

/** Endings of files that hold flows. */
const FLOW_FILES = /\.(json|bpmn2?|bpmn20\.xml)$/;
/** What a file of ours has to say of itself to be taken from a folder. */
const SAYS = /"flowright\/workflow\/v\d+"/;

/** Files of flows: each that is named, and of folders those that hold flows. */
export function flowFilesAt(places: readonly string[]): string[] {
  const named = new Set(places);
  return filesAt(places, FLOW_FILES).filter(
    (file) => named.has(file) || !file.endsWith(".json") || SAYS.test(readFileSync(file, "utf8")),
  );
}

/** Files as they are named; of folders those in them that end like one of `endings`, deeper ones too. */
export function filesAt(places: readonly string[], endings: RegExp): string[] {
  return places.flatMap((place) => {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat === undefined) throw new ProgramProblem("file.unreadable", { file: place, reason: "ENOENT" });
    return stat.isDirectory() ? filesIn(place, endings) : [place];
  });
}

function filesIn(folder: string, endings: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === "node_modules" || entry.name.startsWith(".")) return [];
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(inside, endings);
      return endings.test(entry.name) ? [inside] : [];
    });
}
