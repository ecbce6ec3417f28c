import type { System } from "@flowright/client";
import { type FlowTemplate, operationsCalled, type TemplateSystem } from "@flowright/templates";

/** Where the calls of a flow to one system go. */
export type SystemChoice =
  | { readonly kind: "there"; readonly id: string }
  | { readonly kind: "new"; readonly address: string }
  /** As the template names it: somebody enters it before a case gets there. */
  | { readonly kind: "later" };

/** A system that a template calls, as the workspace stands. */
export interface NeededSystem {
  readonly id: string;
  /** What the template knows of it; null: its id alone. */
  readonly brought: TemplateSystem | null;
  /** The operations that are called. */
  readonly operations: readonly string[];
  /** Taken unless the person chooses otherwise. */
  readonly suggested: SystemChoice;
}

/** The systems that a template calls, and where its calls would best go. */
export function neededSystems(
  template: FlowTemplate,
  systems: readonly System[],
  mayMake: boolean,
): NeededSystem[] {
  const { flows = [], systems: brought = [] } = template.brings ?? {};
  return [...operationsCalled([template.definition, ...flows])].map(([id, called]) => {
    const operations = [...called];
    const known = brought.find((system) => system.id === id) ?? null;
    const fits = (system: System) => missingIn(system, operations).length === 0;
    const there = systems.find((system) => system.id === id && fits(system)) ?? systems.find(fits);
    const same = systems.some((system) => system.id === id);
    const suggested: SystemChoice = there
      ? { kind: "there", id: there.id }
      : known !== null && mayMake && !same
        ? { kind: "new", address: "" }
        : { kind: "later" };
    return { id, brought: known, operations, suggested };
  });
}

/** The operations that a system lacks. */
export function missingIn(
  { operations }: Pick<System, "operations">,
  wanted: readonly string[],
): readonly string[] {
  return wanted.filter((id) => !operations.some((operation) => operation.id === id));
}

/** Whether calls may go there. */
export function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//.test(text);
}
