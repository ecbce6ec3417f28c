import { type Field, type Mapping, type ServiceTask, textOf } from "@flowright/definition";
import type { OperationChoice } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Property } from "../property/Property.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { TargetSelect } from "../value/TargetSelect.tsx";
import { SERVICE_TEXTS } from "./service-texts.ts";

interface OperationOutputProps {
  readonly node: ServiceTask;
  readonly operation: OperationChoice | undefined;
}

const RESULT = { result: {} };

/** Where each part of the answer is kept; other values by formula below. */
export function OperationOutput({ node, operation }: OperationOutputProps) {
  const t = useTexts(SERVICE_TEXTS);
  const language = useDesigner((state) => state.language);
  const patch = useNodePatch(node.id);
  const output = node.output ?? [];
  const results = operation?.results ?? [];
  const plain = new Map(results.map((result) => [`result.${result.name}`, result]));
  const write = (next: Mapping[], typing?: string) =>
    patch({ output: next.length === 0 ? undefined : next }, typing);
  const keep = (source: string, target: string) => {
    const at = output.findIndex((mapping) => mapping.value === source);
    if (target === "") return write(output.filter((_, index) => index !== at));
    const mapping = { target, value: source };
    write(at < 0 ? [...output, mapping] : output.map((each, index) => (index === at ? mapping : each)));
  };
  const others = output.filter((mapping) => !plain.has(mapping.value));
  return (
    <>
      {results.map((result) => {
        const source = `result.${result.name}`;
        const at = output.findIndex((mapping) => mapping.value === source);
        const title = textOf(result.title, language) || result.name;
        const label = t("keepIn", { name: title });
        return (
          <Property key={result.name} label={title} at={at < 0 ? `/output/${result.name}` : `/output/${at}`}>
            {(control) => (
              <TargetSelect
                control={control}
                label={label}
                value={output[at]?.target ?? ""}
                none={t("dontKeep")}
                offer={fieldOf(result.type, result.title ?? result.name)}
                onChange={(target) => keep(source, target)}
              />
            )}
          </Property>
        );
      })}
      {(others.length > 0 || results.length === 0) && (
        <MappingList
          label={t("otherValues")}
          at="/output"
          value={output}
          hidden={(mapping) => plain.has(mapping.value)}
          valueScope={RESULT}
          onChange={(next, typing) => write(next ?? [], typing)}
        />
      )}
    </>
  );
}

/** The field that a part of the answer would be kept in. */
function fieldOf(type: string | undefined, title: Field["title"]): Field {
  const known = ["string", "number", "integer", "boolean", "array", "object"] as const;
  const plain = known.find((each) => each === type);
  if (type === "money") return { type: "string", format: "money", currency: "CNY", title: title ?? "" };
  return { ...(plain ? { type: plain } : { type: "string" }), title: title ?? "" };
}
