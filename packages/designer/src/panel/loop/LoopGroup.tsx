import type { ActivityNode, Loop } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { NumberProperty } from "../property/NumberProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { EachItemProperties } from "./EachItemProperties.tsx";
import { LOOP_TEXTS } from "./loop-texts.ts";

type LoopSort = "once" | Loop["type"];

const FRESH: Readonly<Record<LoopSort, Loop | undefined>> = {
  once: undefined,
  multiInstance: { type: "multiInstance", collection: "[]" },
  standard: { type: "standard", condition: "null" },
};

/** How often a step is done: once, for each item of a list, or again while a condition holds. */
export function LoopGroup({ node }: { node: ActivityNode }) {
  const t = useTexts(LOOP_TEXTS);
  const patch = useNodePatch(node.id);
  const { loop } = node;
  const write = (next: Loop, typing?: string) => patch({ loop: next }, typing && `loop-${typing}`);
  return (
    <PropertyGroup title={t("loop")} at={["/loop"]} closed={loop === undefined}>
      <ChoiceProperty<LoopSort>
        label={t("loop")}
        hideLabel
        at="/loop/type"
        value={loop?.type ?? "once"}
        choices={[
          { value: "once", title: t("once") },
          { value: "multiInstance", title: t("each") },
          { value: "standard", title: t("again") },
        ]}
        onChange={(sort) => patch({ loop: FRESH[sort] })}
      />
      {loop?.type === "multiInstance" && <EachItemProperties loop={loop} onChange={write} />}
      {loop?.type === "standard" && <AgainProperties loop={loop} onChange={write} />}
    </PropertyGroup>
  );
}

type Standard = Extract<Loop, { type: "standard" }>;

function AgainProperties(props: { loop: Standard; onChange: (loop: Loop, typing?: string) => void }) {
  const { loop, onChange } = props;
  const t = useTexts(LOOP_TEXTS);
  const write = (change: { [K in keyof Standard]?: Standard[K] | undefined }, typing?: string) => {
    const { condition, testBefore, maximum } = { ...loop, ...change };
    onChange(
      {
        type: "standard",
        condition: condition ?? "null",
        ...(testBefore ? { testBefore } : {}),
        ...(maximum === undefined ? {} : { maximum }),
      },
      typing,
    );
  };
  return (
    <>
      <ConditionProperty
        label={t("condition")}
        at="/loop/condition"
        value={loop.condition === "null" ? undefined : loop.condition}
        onChange={(condition, typing) => write({ condition }, typing)}
      />
      <CheckProperty
        label={t("testBefore")}
        value={loop.testBefore === true}
        onChange={(on) => write({ testBefore: on || undefined })}
      />
      <NumberProperty
        label={t("maximum")}
        at="/loop/maximum"
        max={10_000}
        placeholder={t("noMaximum")}
        value={loop.maximum}
        onChange={(maximum) => write({ maximum }, "maximum")}
      />
    </>
  );
}
