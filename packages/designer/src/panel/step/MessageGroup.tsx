import type { MessageReference, Node } from "@flowright/definition";
import type { NodePatch } from "../../model/command/content/update-node.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { STEP_TEXTS } from "./step-texts.ts";

interface MessageGroupProps {
  readonly node: Node;
  /** Place of the message below the step. */
  readonly at: string;
  readonly message: MessageReference;
  /** The patch that puts a message back in its place. */
  readonly wrap: (message: MessageReference) => NodePatch;
  /** The message begins a case: its key is worked out from the message itself. */
  readonly starts?: boolean | undefined;
}

const MESSAGE = { message: {} };

/** A message by name and key, and what is kept from it. */
export function MessageGroup({ node, at, message, wrap, starts }: MessageGroupProps) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const scope = usePanelScope();
  const write = (
    change: { [K in keyof MessageReference]?: MessageReference[K] | undefined },
    typing?: string,
  ) => {
    const next = { ...message, ...change };
    patch(
      wrap({
        name: next.name ?? "",
        ...(next.key === undefined ? {} : { key: next.key }),
        ...(next.output === undefined ? {} : { output: next.output }),
      }),
      typing,
    );
  };
  const keyScope = starts ? { path: scope.path, fields: { ...scope.fields, ...MESSAGE } } : scope;
  return (
    <PropertyGroup title={t("message")} at={[at]}>
      <TextProperty
        label={t("messageName")}
        at={`${at}/name`}
        value={message.name}
        placeholder="return.shipped"
        onChange={(name) => write({ name }, "message-name")}
      />
      <PanelScopeProvider value={keyScope}>
        <ValueProperty
          label={t("messageKey")}
          at={`${at}/key`}
          help={t(starts ? "startKeyHelp" : "messageKeyHelp")}
          value={message.key}
          onChange={(key, typing) => write({ key }, typing && "message-key")}
        />
      </PanelScopeProvider>
      <MappingList
        label={t("messageOutput")}
        at={`${at}/output`}
        value={message.output}
        valueScope={MESSAGE}
        onChange={(output, typing) => write({ output }, typing)}
      />
    </PropertyGroup>
  );
}
