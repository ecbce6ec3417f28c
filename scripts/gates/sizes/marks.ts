import type { Bundle } from "./bundle.ts";

/** A bundle part, what it weighs and what it may weigh (bytes, gzipped; JavaScript alone). */
export interface Weighed {
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
  readonly parts: string;
}

const VIEWER = "src/viewer/index.ts";
const SHELL = "index.html";
const DESIGNER = "src/design/edit/FlowPage.tsx";
const INBOX = "src/work/WorkPage.tsx";

/** What is measured; each from what an opening page needs before it paints, later chunks left out. */
export function weigh(viewer: Bundle, studio: Bundle): readonly Weighed[] {
  const shell = studio.withImports(SHELL);
  const designer = [...studio.withImports(DESIGNER)].filter((key) => !shell.has(key));
  const inbox = new Set([...shell, ...studio.withImports(INBOX)]);
  const alone = viewer.withImports(VIEWER);
  return [
    { name: "viewer for embedders", bytes: viewer.bytes(alone), most: 90_000, parts: viewer.parts(alone) },
    {
      name: "designer beyond the studio's shell",
      bytes: studio.bytes(designer),
      most: 180_000,
      parts: studio.parts(designer),
    },
    { name: "inbox, shell included", bytes: studio.bytes(inbox), most: 300_000, parts: studio.parts(inbox) },
  ];
}

/** One line for each that is too heavy. */
export function tooHeavy(weighed: readonly Weighed[]): string[] {
  return weighed
    .filter(({ bytes, most }) => bytes > most)
    .map(({ name, bytes, most }) => `${name}: ${kilobytes(bytes)} of at most ${kilobytes(most)}`);
}

/** What was measured, with its largest parts. */
export function told({ name, bytes, most, parts }: Weighed): string {
  return `${name}: ${kilobytes(bytes)} of ${kilobytes(most)} (${parts})`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
