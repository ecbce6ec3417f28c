import { type Field, type Loop, withCounters } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { TextProperty } from "../property/TextProperty.tsx";
import { TargetSelect } from "../value/TargetSelect.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import { LOOP_TEXTS } from "./loop-texts.ts";

type EachItem = Extract<Loop, { type: "multiInstance" }>;

const RESULTS: Field = { type: "array", title: { en: "Results", "zh-CN": "结果列表" }, items: {} };

/** A step that is done for each item: the list, how the rounds run, when it is enough, and what is kept. */
export function EachItemProperties(props: {
  readonly loop: EachItem;
  readonly onChange: (loop: Loop, typing?: string) => void;
}) {
  const { loop } = props;
  const t = useTexts(LOOP_TEXTS);
  const { path, fields } = usePanelScope();
  const write = (change: { [K in keyof EachItem]?: EachItem[K] | undefined }, typing?: string) => {
    const next = { ...loop, ...change };
    props.onChange(
      {
        type: "multiInstance",
        collection: next.collection ?? "[]",
        ...(next.sequential ? { sequential: true } : {}),
        ...(next.item ? { item: next.item } : {}),
        ...(next.completion === undefined ? {} : { completion: next.completion }),
        ...(next.output === undefined ? {} : { output: next.output }),
      },
      typing,
    );
  };
  // The list is worked out before there is an item.
  const { [loop.item ?? "item"]: _item, index: _index, ...outer } = fields;
  return (
    <>
      <PanelScopeProvider value={{ path, fields: outer }}>
        <ValueProperty
          label={t("collection")}
          at="/loop/collection"
          type="number"
          help={t("collectionHelp")}
          value={loop.collection}
          onChange={(collection, typing) => write({ collection }, typing && "collection")}
        />
      </PanelScopeProvider>
      <ChoiceProperty<"all" | "one">
        label={t("order")}
        at="/loop/sequential"
        value={loop.sequential ? "one" : "all"}
        choices={[
          { value: "all", title: t("allAtOnce") },
          { value: "one", title: t("oneByOne") },
        ]}
        onChange={(order) => write({ sequential: order === "one" || undefined })}
      />
      <TextProperty
        label={t("item")}
        at="/loop/item"
        help={t("itemHelp")}
        placeholder="item"
        value={loop.item}
        onChange={(item) => write({ item }, "item")}
      />
      <PanelScopeProvider value={{ path, fields: withCounters(fields) }}>
        <ConditionProperty
          label={t("endsEarly")}
          at="/loop/completion"
          help={t("endsEarlyHelp")}
          value={loop.completion}
          onChange={(completion, typing) => write({ completion }, typing)}
        />
      </PanelScopeProvider>
      <Property label={t("keepResults")} at="/loop/output/target">
        {(control) => (
          <TargetSelect
            control={control}
            label={t("keepResults")}
            value={loop.output?.target ?? ""}
            none={t("dontKeep")}
            offer={RESULTS}
            onChange={(target) =>
              write({ output: target === "" ? undefined : { value: "null", ...loop.output, target } })
            }
          />
        )}
      </Property>
      {loop.output && (
        <ValueProperty
          label={t("result")}
          at="/loop/output/value"
          value={loop.output.value}
          onChange={(value, typing) =>
            write(
              { output: { target: loop.output?.target ?? "", value: value ?? "null" } },
              typing && "result",
            )
          }
        />
      )}
    </>
  );
}
