import { type ServiceTask, textOf } from "@flowright/definition";
import type { Language, SystemChoice } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { OperationInput } from "./OperationInput.tsx";
import { OperationOutput } from "./OperationOutput.tsx";
import { RetryGroup } from "./RetryGroup.tsx";
import { SERVICE_TEXTS } from "./service-texts.ts";
import { TryCall } from "./TryCall.tsx";

/** Work for a system: which operation, what is sent, what is kept, what happens when it fails. */
export function ServiceProperties({ node }: { node: ServiceTask }) {
  const t = useTexts(SERVICE_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const patch = useNodePatch(node.id);
  const language = useDesigner((state) => state.language);
  const systems = useDesigner((state) => state.systems);
  const canTry = useDesigner((state) => state.onTryCall !== null);
  const worker = node.jobType !== undefined;
  const system = systems.find((each) => each.id === node.call?.system);
  const operation = system?.operations.find((each) => each.id === node.call?.operation);
  const chooseSystem = (id: string) => {
    const first = systems.find((each) => each.id === id)?.operations[0]?.id ?? "";
    patch({
      call: id === "" ? undefined : { system: id, operation: first },
      input: undefined,
      output: undefined,
    });
  };
  return (
    <>
      <PropertyGroup title={t("work")} at={["/call", "/jobType"]}>
        <ChoiceProperty<"system" | "worker">
          label={t("doneBy")}
          at=""
          exact
          value={worker ? "worker" : "system"}
          choices={[
            { value: "system", title: t("callsSystem") },
            { value: "worker", title: t("worker") },
          ]}
          onChange={(by) =>
            patch(by === "worker" ? { call: undefined, jobType: "job" } : { jobType: undefined })
          }
        />
        {worker ? (
          <TextProperty
            label={t("jobType")}
            at="/jobType"
            help={t("jobTypeHelp")}
            value={node.jobType}
            onChange={(jobType) => patch({ jobType }, "job-type")}
          />
        ) : (
          <>
            <ChoiceProperty<string>
              label={t("system")}
              at="/call/system"
              help={systems.length === 0 ? t("noSystems") : undefined}
              value={node.call?.system ?? ""}
              choices={[
                ...(node.call ? [] : [{ value: "", title: p("choose") }]),
                ...systems.map((each) => ({ value: each.id, title: textOf(each.name, language) || each.id })),
              ]}
              onChange={chooseSystem}
            />
            {!node.call && systems.length > 0 && (
              <ChoiceProperty<string>
                label={t("operation")}
                at="/call/operation"
                value=""
                choices={[{ value: "", title: p("choose") }, ...everyOperation(systems, language)]}
                onChange={(chosen) => {
                  const [id = "", operation = ""] = JSON.parse(chosen) as string[];
                  patch({ call: { system: id, operation }, input: undefined, output: undefined });
                }}
              />
            )}
            {node.call && (
              <ChoiceProperty<string>
                label={t("operation")}
                at="/call/operation"
                value={node.call.operation}
                choices={(system?.operations ?? []).map((each) => ({
                  value: each.id,
                  title: textOf(each.name, language) || each.id,
                }))}
                onChange={(id) =>
                  patch({
                    call: { system: node.call?.system ?? "", operation: id },
                    input: undefined,
                    output: undefined,
                  })
                }
              />
            )}
          </>
        )}
      </PropertyGroup>
      <PropertyGroup title={t("input")} at={["/input"]}>
        {operation && !worker ? (
          <OperationInput node={node} operation={operation} />
        ) : (
          <MappingList
            label={t("inputOf")}
            at="/input"
            value={node.input}
            free
            onChange={(input, typing) => patch({ input }, typing)}
          />
        )}
      </PropertyGroup>
      <PropertyGroup title={t("output")} at={["/output"]}>
        <OperationOutput node={node} operation={worker ? undefined : operation} />
      </PropertyGroup>
      <RetryGroup node={node} />
      {canTry && operation && !worker && <TryCall node={node} operation={operation} />}
    </>
  );
}

/** The operations of all systems as choices; the value is JSON of system and operation. */
function everyOperation(systems: readonly SystemChoice[], language: Language) {
  return systems.flatMap(({ id, name, operations }) =>
    operations.map((operation) => ({
      value: JSON.stringify([id, operation.id]),
      title: `${textOf(name, language) || id}: ${textOf(operation.name, language) || operation.id}`,
    })),
  );
}
