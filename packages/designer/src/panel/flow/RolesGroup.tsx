import { type Role, textOf } from "@flowright/definition";
import { useState } from "react";
import { isComposing } from "../../canvas/keys/composing.ts";
import { standingColour } from "../../canvas/lane/lanes-of.ts";
import { updateDefinition } from "../../model/command/content/update-definition.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { newRoleId } from "../people/new-role-id.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { FLOW_TEXTS } from "./flow-texts.ts";

const NO_ROLES: readonly Role[] = [];

/** The roles that the flow's steps refer to. */
export function RolesGroup() {
  const t = useTexts(FLOW_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const workspace = useDesigner((state) => state.roles);
  const definition = useDesigner((state) => state.definition);
  const roles = definition.roles ?? NO_ROLES;
  const [draft, setDraft] = useState("");
  const write = (next: readonly Role[], typing?: string) => {
    store.getState().run(updateDefinition({ roles: next.length === 0 ? undefined : [...next] }, typing));
  };
  const change = (index: number, role: Role, typing: string) =>
    write(
      roles.map((each, at) => (at === index ? role : each)),
      `role-${index}-${typing}`,
    );
  const left = workspace.filter((each) => !roles.some((role) => role.id === each.id));
  const add = () => {
    const title = draft.trim();
    if (title === "") return;
    const taken = [...roles, ...workspace].map((role) => role.id);
    write([...roles, { id: newRoleId(title, taken), name: { [language]: title } }]);
    setDraft("");
  };
  return (
    <PropertyGroup title={t("roles")} at={["/roles"]}>
      <span className="fw-form-help">{t("rolesHelp")}</span>
      {roles.map((role, index) => {
        const title = textOf(role.name, language) || role.id;
        return (
          <div key={role.id} className="fw-panel-card-head">
            <input
              type="color"
              className="fw-panel-colour"
              aria-label={t("colour", { name: title })}
              disabled={readOnly}
              value={role.color ?? standingColour(definition, role.id)}
              onChange={(event) => change(index, { ...role, color: event.target.value }, "colour")}
            />
            <BilingualProperty
              label={t("roleName", { n: index + 1 })}
              hideLabel
              placeholder={role.id}
              at={`/roles/${index}`}
              value={role.name}
              onChange={(name) => {
                const { name: _, ...rest } = role;
                change(index, name === undefined ? rest : { ...rest, name }, "name");
              }}
            />
            <button
              type="button"
              className="fw-form-icon"
              disabled={readOnly}
              aria-label={p("removeOf", { name: title })}
              onClick={() => write(roles.filter((_, at) => at !== index))}
            >
              ×
            </button>
          </div>
        );
      })}
      {left.length > 0 && (
        <select
          className="fw-form-control"
          aria-label={t("fromWorkspace")}
          value=""
          disabled={readOnly}
          onChange={(event) => {
            const role = left.find((each) => each.id === event.target.value);
            if (role) write([...roles, { id: role.id, name: role.name }]);
          }}
        >
          <option value="">{t("fromWorkspace")}</option>
          {left.map((role) => (
            <option key={role.id} value={role.id}>
              {textOf(role.name, language) || role.id}
            </option>
          ))}
        </select>
      )}
      <span className="fw-form-entry">
        <input
          className="fw-form-control"
          aria-label={t("newRole")}
          placeholder={t("newRole")}
          readOnly={readOnly}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !isComposing(event)) add();
          }}
        />
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly || draft.trim() === ""}
          onClick={add}
        >
          {t("addRole")}
        </button>
      </span>
    </PropertyGroup>
  );
}
