import { writeFileSync } from "node:fs";
import type { WorkflowDefinition } from "@flowright/definition";
import { flowPicture } from "@flowright/designer/picture";
import { readFlows } from "../flows/flow-files.ts";
import { languageOf } from "../flows/language-of.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { printProblem } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

const USAGE =
  "render FILE [--out FILE.svg|FILE.png] [--process ID] [--language en|zh-CN] [--scale N] [--transparent]";

/** `flowright render FILE`: the picture of a flow as SVG, on standard output or in a file, or as PNG in a file. */
export async function render(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      process: { type: "string" },
      language: { type: "string" },
      scale: { type: "string" },
      transparent: { type: "boolean" },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new ProgramProblem("cli.no-file", { command: "render" });
  const { scale = "2", out } = values;
  if (more.length > 0 || !/^([1-9]|0?\.[1-9])$/.test(scale))
    throw new ProgramProblem("cli.argument", { argument: more[0] ?? scale, usage: USAGE });
  const language = languageOf(values.language, USAGE);
  const { definitions, problems } = await readFlows(file);
  if (definitions.length === 0) {
    for (const one of problems) printProblem(file, one, "json");
    return 2;
  }
  const picture = flowPicture(flowOf(file, definitions, values.process), {
    language,
    ground: values.transparent ? null : undefined,
  });
  if (out === undefined) process.stdout.write(picture);
  else {
    writeFileSync(out, out.toLowerCase().endsWith(".png") ? await asPng(picture, Number(scale)) : picture);
    console.error(say("file.written", { file: out }));
  }
  return 0;
}

function flowOf(
  file: string,
  definitions: readonly WorkflowDefinition[],
  process: string | undefined,
): WorkflowDefinition {
  const found = process === undefined ? definitions : definitions.filter(({ id }) => id === process);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const known = definitions.map(({ id }) => id).join(", ");
  throw new ProgramProblem("render.several", { file, known });
}

async function asPng(svg: string, scale: number): Promise<Buffer> {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font: { loadSystemFonts: true } })
    .render()
    .asPng();
}
