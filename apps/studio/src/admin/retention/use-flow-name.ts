import { useFlowNames } from "../../cases/flow/use-flow-names.ts";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** The name of a flow in the reader's language, or its id where it has none. */
export function useFlowName(): (id: string) => string {
  const { flows } = useFlowNames();
  const language = useLanguage();
  return (id) => textOf(flows.find((flow) => flow.id === id)?.name, language) || id;
}
