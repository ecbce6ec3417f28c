import { type Mapping, type ServiceTask, textOf } from "@flowright/definition";
import type { OperationChoice } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { SERVICE_TEXTS } from "./service-texts.ts";

/** A value for each parameter of the operation. */
export function OperationInput({ node, operation }: { node: ServiceTask; operation: OperationChoice }) {
  const t = useTexts(SERVICE_TEXTS);
  const language = useDesigner((state) => state.language);
  const patch = useNodePatch(node.id);
  const input = node.input ?? [];
  const write = (name: string, value: string | undefined, typing?: string) => {
    const at = input.findIndex((mapping) => mapping.target === name);
    let next: Mapping[] = input;
    if (value === undefined) next = input.filter((mapping) => mapping.target !== name);
    else if (at < 0) next = [...input, { target: name, value }];
    else next = input.map((mapping, index) => (index === at ? { target: name, value } : mapping));
    patch({ input: next.length === 0 ? undefined : next }, typing && `input-${name}`);
  };
  if (operation.parameters.length === 0) return <span className="fw-form-help">{t("noParameters")}</span>;
  return operation.parameters.map((parameter) => {
    const at = input.findIndex((mapping) => mapping.target === parameter.name);
    const title = textOf(parameter.title, language) || parameter.name;
    return (
      <ValueProperty
        key={parameter.name}
        label={parameter.required ? `${title} *` : title}
        at={at < 0 ? `/input/${parameter.name}` : `/input/${at}`}
        type={parameter.type}
        value={input[at]?.value}
        onChange={(value, typing) => write(parameter.name, value, typing)}
      />
    );
  });
}
