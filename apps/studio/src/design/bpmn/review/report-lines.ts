import type { ImportReport, ReportEntry, Verdict } from "@flowright/bpmn";

export const VERDICTS = ["kept", "translated", "annotation", "refused"] as const satisfies readonly Verdict[];

/** A line of the report, and the step or line of a flow that it is about. */
export interface ReportLine extends ReportEntry {
  /** Id in the flow, which may be another than in the file. */
  readonly step: string | undefined;
}

/** The lines of a report in the order of the file. */
export function reportLines({ entries }: ImportReport): readonly ReportLine[] {
  const ids = new Map<string, string>();
  for (const { what, name, path, verdict, of, to } of entries) {
    if (what !== "attribute" || name !== "id") continue;
    const id = verdict === "translated" ? to : of;
    if (id !== undefined) ids.set(path.slice(0, -"/@id".length), id);
  }
  return entries.map((entry) => {
    // What a diagram draws it names itself; ids of its own mean nothing to a flow.
    const step = entry.path.includes("/BPMNDiagram") ? entry.of : (nearest(ids, entry.path) ?? entry.of);
    return { ...entry, step };
  });
}

function nearest(ids: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let around = path; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
    const id = ids.get(around);
    if (id !== undefined) return id;
  }
  return undefined;
}

export interface ReportFilter {
  readonly verdicts: ReadonlySet<Verdict>;
  /** What a line has to hold somewhere, in any case of letters. */
  readonly words: string;
}

/** Lines that pass a filter. `nameOf` tells the name of a step by its id. */
export function matchingLines(
  lines: readonly ReportLine[],
  { verdicts, words }: ReportFilter,
  nameOf: (step: string) => string,
): readonly ReportLine[] {
  const wanted = words.trim().toLowerCase();
  return lines.filter(
    (line) => verdicts.has(line.verdict) && (wanted === "" || told(line, nameOf).includes(wanted)),
  );
}

function told(line: ReportLine, nameOf: (step: string) => string): string {
  const { name, path, of, step, from, to, reason } = line;
  const texts = [
    name,
    path,
    of,
    step,
    step && nameOf(step),
    from,
    to,
    reason?.text.en,
    reason?.text["zh-CN"],
  ];
  return texts.join("\n").toLowerCase();
}

/** How much of a step is lost, least first. */
const LOSS: { readonly [V in Verdict]: number } = { kept: 0, translated: 1, annotation: 2, refused: 3 };

/** The worst verdict on the elements of each step or line, by its id. Attributes and the diagram do not count. */
export function verdictsByStep(lines: readonly ReportLine[]): ReadonlyMap<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const { what, step, verdict, path } of lines) {
    if (what !== "element" || step === undefined || path.includes("/BPMNDiagram")) continue;
    const known = worst.get(step);
    if (known === undefined || LOSS[verdict] > LOSS[known]) worst.set(step, verdict);
  }
  return worst;
}
