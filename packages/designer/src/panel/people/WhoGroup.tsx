import type { Approval, UserTask, Who } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
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
import { rolesInSight } from "./roles-in-sight.ts";
import { useKeepRole } from "./use-keep-role.ts";

const FRESH: { readonly [type in Who["type"]]: Who } = {
  role: { type: "role", role: "" },
  people: { type: "people", people: [] },
  initiator: { type: "initiator" },
  field: { type: "field", field: "" },
  expression: { type: "expression", value: "" },
};

/** A sort of answer, or a role chosen at once. */
type Choice = Who["type"] | `role:${string}`;

/** Who does a step. */
export function WhoGroup({ node }: { node: UserTask | Approval }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const { fields } = usePanelScope();
  const { who } = node;
  const definition = useDesigner((state) => state.definition);
  const workspace = useDesigner((state) => state.roles);
  const language = useDesigner((state) => state.language);
  const keepRole = useKeepRole();
  const roles = rolesInSight(definition, workspace, language).map(
    ({ id, title }) => ({ value: `role:${id}`, title }) as const,
  );
  const choose = (choice: Choice) => {
    if (!choice.startsWith("role:")) return patch({ who: FRESH[choice as Who["type"]] });
    const role = choice.slice("role:".length);
    keepRole(role, () => patch({ who: { type: "role", role } }));
  };
  return (
    <PropertyGroup title={t("who")} at={["/who"]}>
      <ChoiceProperty<Choice>
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
        group={who.type === "role" ? undefined : { title: t("roles"), choices: roles }}
        onChange={choose}
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
