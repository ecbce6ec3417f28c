import { checkDecisionTable } from "@flowright/decisions";
import { validateDefinition } from "@flowright/definition";
import { prove } from "@flowright/engine";
import type { LoadedScenario } from "@flowright/scenarios";

/** What is wrong with the flows and tables of a scenario, warnings included, as sentences; each flow is proved, too. */
export function faultsOf({ definitions, decisions }: LoadedScenario): string[] {
  const known = { flows: definitions.map(({ id }) => id), decisions: Object.keys(decisions) };
  const flows = definitions.flatMap((definition) => {
    const { problems } = validateDefinition(definition, known);
    const { findings, complete } = prove(definition);
    const unknown = complete ? [] : [`${definition.id}: could not be proved as a whole`];
    return [
      ...[...problems, ...findings].map(({ message }) => `${definition.id}: ${message.en}`),
      ...unknown,
    ];
  });
  const tables = Object.entries(decisions).flatMap(([id, table]) =>
    checkDecisionTable(table).map(({ message }) => `${id}: ${message.en}`),
  );
  return [...flows, ...tables];
}
