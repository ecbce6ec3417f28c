/** Where a drawing of another tool comes from: a file of this device, or text that was pasted. */
export type BpmnSource =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "text"; readonly text: string };

const ENDINGS = /\.(bpmn2?|xml)$/i;

/** Whether a file may be a drawing of another tool, by its name alone. */
export function isBpmnName(name: string): boolean {
  return ENDINGS.test(name);
}

/** Whether a text that somebody pastes is meant as a drawing: XML whose first element is called `definitions`. */
export function isBpmnText(text: string): boolean {
  return /^\uFEFF?\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<([\w.-]+:)?definitions[\s>]/.test(
    text.slice(0, 4000),
  );
}

/** The first file among those that were dropped which may be a drawing. */
export function droppedDrawing(files: Iterable<File>): File | undefined {
  return [...files].find(({ name }) => isBpmnName(name));
}
