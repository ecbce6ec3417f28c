import { type CallActivity, textOf } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { CALL_TEXTS } from "./call-texts.ts";

/** Another flow that is run as a case of its own: which, with what, and what is kept of it. */
export function CallFlowProperties({ node }: { node: CallActivity }) {
  const t = useTexts(CALL_TEXTS);
  const patch = useNodePatch(node.id);
  const language = useDesigner((state) => state.language);
  const flows = useDesigner((state) => state.flows);
  const called = flows?.find((each) => each.id === node.process);
  return (
    <>
      <PropertyGroup title={t("called")} at={["/process", "/version", "/businessKey"]}>
        {flows ? (
          <ChoiceProperty<string>
            label={t("flow")}
            at="/process"
            value={node.process}
            choices={flows.map((each) => ({ value: each.id, title: textOf(each.name, language) || each.id }))}
            onChange={(process) => patch({ process })}
          />
        ) : (
          <TextProperty
            label={t("flow")}
            at="/process"
            value={node.process}
            onChange={(process) => patch({ process }, "process")}
          />
        )}
        <Version node={node} />
        <ValueProperty
          label={t("businessKey")}
          at="/businessKey"
          value={node.businessKey}
          onChange={(businessKey, typing) => patch({ businessKey }, typing && "business-key")}
        />
      </PropertyGroup>
      <PropertyGroup title={t("input")} at={["/input"]}>
        <MappingList
          label={t("inputList")}
          at="/input"
          value={node.input}
          free
          suggestions={called?.fields ? Object.keys(called.fields) : undefined}
          onChange={(input, typing) => patch({ input }, typing)}
        />
      </PropertyGroup>
      <PropertyGroup title={t("output")} at={["/output"]}>
        <MappingList
          label={t("outputList")}
          at="/output"
          value={node.output}
          valueScope={{ result: called?.fields ? { type: "object", properties: called.fields } : {} }}
          onChange={(output, typing) => patch({ output }, typing)}
        />
      </PropertyGroup>
    </>
  );
}

type VersionSort = "latest" | "atPublish" | "fixed";

function Version({ node }: { node: CallActivity }) {
  const t = useTexts(CALL_TEXTS);
  const patch = useNodePatch(node.id);
  const version = node.version ?? { type: "latest" as const };
  return (
    <>
      <ChoiceProperty<VersionSort>
        label={t("version")}
        at="/version/type"
        value={version.type}
        choices={[
          { value: "latest", title: t("latest") },
          { value: "atPublish", title: t("atPublish") },
          { value: "fixed", title: t("fixed") },
        ]}
        onChange={(type) =>
          patch({
            version: type === "latest" ? undefined : type === "fixed" ? { type, number: 1 } : { type },
          })
        }
      />
      {version.type === "fixed" && (
        <NumberProperty
          label={t("number")}
          at="/version/number"
          value={version.number}
          onChange={(number) => patch({ version: { type: "fixed", number: number ?? 1 } }, "version-number")}
        />
      )}
    </>
  );
}
