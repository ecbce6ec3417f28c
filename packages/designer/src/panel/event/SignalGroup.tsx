import type { Node, SignalReference, SignalToSend } from "@flowright/definition";
import type { NodePatch } from "../../model/command/content/update-node.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { MappingList } from "../value/MappingList.tsx";
import type { Direction } from "./event-drafts.ts";
import { EVENT_TEXTS } from "./event-texts.ts";
import { useNamesInUse } from "./use-names-in-use.ts";

const SIGNAL = { signal: {} };

/** A signal by name, and what is kept from it or what it carries. */
export function SignalGroup(props: {
  readonly node: Node;
  readonly at: string;
  readonly signal: SignalReference | SignalToSend;
  readonly direction: Direction;
  readonly wrap: (signal: SignalReference | SignalToSend) => NodePatch;
}) {
  const { node, at, signal, wrap } = props;
  const t = useTexts(EVENT_TEXTS);
  const patch = useNodePatch(node.id);
  const names = useNamesInUse("signal");
  const part = props.direction === "tells" ? "data" : "output";
  const list = "data" in signal ? signal.data : "output" in signal ? signal.output : undefined;
  const write = (name: string, next: typeof list, typing?: string) =>
    patch(wrap({ name, ...(next === undefined ? {} : { [part]: next }) }), typing);
  return (
    <PropertyGroup title={t("signalGroup")} at={[at]}>
      <TextProperty
        label={t("signalName")}
        at={`${at}/name`}
        help={t("signalHelp")}
        value={signal.name}
        suggestions={names}
        onChange={(name) => write(name, list, "signal-name")}
      />
      <MappingList
        label={t(part === "data" ? "data" : "signalOutput")}
        at={`${at}/${part}`}
        value={list}
        free={part === "data"}
        valueScope={part === "data" ? undefined : SIGNAL}
        onChange={(next, typing) => write(signal.name, next, typing)}
      />
    </PropertyGroup>
  );
}
