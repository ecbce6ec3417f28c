import type { MessageReference, MessageToSend, Node } from "@flowright/definition";
import type { NodePatch } from "../../model/command/content/update-node.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { TextProperty } from "../property/TextProperty.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import type { Direction } from "./event-drafts.ts";
import { EVENT_TEXTS } from "./event-texts.ts";
import { useNamesInUse } from "./use-names-in-use.ts";

interface MessageGroupProps {
  readonly node: Node;
  /** Place of the message below the step. */
  readonly at: string;
  readonly message: MessageReference | MessageToSend;
  readonly direction: Direction;
  /** The patch that puts a message back in its place. */
  readonly wrap: (message: MessageReference | MessageToSend) => NodePatch;
  /** The message begins a case: its key is worked out from the message itself. */
  readonly starts?: boolean | undefined;
}

const MESSAGE = { message: {} };

/** A message by name and key, and what is kept from it or what it carries. */
export function MessageGroup({ node, at, message, direction, wrap, starts }: MessageGroupProps) {
  const t = useTexts(STEP_TEXTS);
  const e = useTexts(EVENT_TEXTS);
  const patch = useNodePatch(node.id);
  const scope = usePanelScope();
  const names = useNamesInUse("message");
  const part = direction === "tells" ? "data" : "output";
  const list = "data" in message ? message.data : "output" in message ? message.output : undefined;
  const write = (
    change: { name?: string; key?: string | undefined; list?: typeof list },
    typing?: string,
  ) => {
    const next = { name: message.name, key: message.key, list, ...change };
    patch(
      wrap({
        name: next.name,
        ...(next.key === undefined ? {} : { key: next.key }),
        ...(next.list === undefined ? {} : { [part]: next.list }),
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
        suggestions={names}
        onChange={(name) => write({ name }, "message-name")}
      />
      <PanelScopeProvider value={keyScope}>
        <ValueProperty
          label={direction === "tells" ? e("messageKey") : t("messageKey")}
          at={`${at}/key`}
          help={direction === "tells" ? e("sendKeyHelp") : t(starts ? "startKeyHelp" : "messageKeyHelp")}
          value={message.key}
          onChange={(key, typing) => write({ key }, typing && "message-key")}
        />
      </PanelScopeProvider>
      <MappingList
        label={direction === "tells" ? e("data") : t("messageOutput")}
        at={`${at}/${part}`}
        value={list}
        free={direction === "tells"}
        valueScope={direction === "tells" ? undefined : MESSAGE}
        onChange={(next, typing) => write({ list: next }, typing)}
      />
    </PropertyGroup>
  );
}
