import type { Approval, UserTask, Who } from "@flowright/definition";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { FeelInput } from "../value/FeelInput.tsx";
import { FieldSelect } from "../value/FieldSelect.tsx";
import { PeopleProperty } from "./PeopleProperty.tsx";
import { RoleProperty } from "./RoleProperty.tsx";

const FRESH: { readonly [type in Who["type"]]: Who } = {
  role: { type: "role", role: "" },
  people: { type: "people", people: [] },
  initiator: { type: "initiator" },
  field: { type: "field", field: "" },
  expression: { type: "expression", value: "" },
};

/** Who does a step. */
export function WhoGroup({ node }: { node: UserTask | Approval }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { fields } = usePanelScope();
  const { who } = node;
  return (
    <PropertyGroup title={t("who")} at={["/who"]}>
      <ChoiceProperty<Who["type"]>
        label={t("whoType")}
        at="/who"
        exact
        value={who.type}
        choices={[
          { value: "role", title: t("byRole") },
          { value: "people", title: t("byPeople") },
          { value: "initiator", title: t("byInitiator") },
          { value: "field", title: t("byField") },
          { value: "expression", title: t("byExpression") },
        ]}
        onChange={(type) => patch({ who: FRESH[type] })}
      />
      {who.type === "role" && (
        <RoleProperty role={who.role} onChange={(role) => patch({ who: { type: "role", role } })} />
      )}
      {who.type === "people" && (
        <PeopleProperty
          people={who.people}
          onChange={(people) => patch({ who: { type: "people", people } })}
        />
      )}
      {who.type === "field" && (
        <Property label={t("personField")} at="/who/field">
          {({ id, describedBy, invalid }) => (
            <FieldSelect
              id={id}
              fields={fields}
              value={who.field}
              describedBy={describedBy}
              invalid={invalid}
              fits={({ field }) => field.format === "person" || field.items?.format === "person"}
              onChange={(field) => patch({ who: { type: "field", field } })}
            />
          )}
        </Property>
      )}
      {who.type === "expression" && (
        <Property label={t("formula")} at="/who/value">
          {({ id, describedBy, invalid }) => (
            <FeelInput
              id={id}
              label={t("formula")}
              value={who.value}
              describedBy={describedBy}
              invalid={invalid}
              onChange={(value) => patch({ who: { type: "expression", value } }, "who")}
            />
          )}
        </Property>
      )}
    </PropertyGroup>
  );
}
