import { useState } from "react";
import { isComposing } from "../../canvas/keys/composing.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { Property } from "../property/Property.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { newRoleId } from "./new-role-id.ts";
import { rolesInSight } from "./roles-in-sight.ts";
import { useKeepRole } from "./use-keep-role.ts";

const NEW = " new";

/** One of the roles in sight, or a new one. */
export function RoleProperty({ role, onChange }: { role: string; onChange: (role: string) => void }) {
  const t = useTexts(STEP_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const workspace = useDesigner((state) => state.roles);
  const keepRole = useKeepRole();
  const [name, setName] = useState<string | null>(null);
  const roles = rolesInSight(definition, workspace, language);
  const add = () => {
    const title = name?.trim() ?? "";
    if (title === "") return;
    const id = newRoleId(
      title,
      roles.map((each) => each.id),
    );
    keepRole(id, () => onChange(id), title);
    setName(null);
  };
  return (
    <>
      <Property label={t("role")} at="/who/role">
        {({ id, describedBy, invalid, readOnly }) => (
          <select
            id={id}
            className="fw-form-control"
            value={name === null ? role : NEW}
            disabled={readOnly}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => {
              const next = event.target.value;
              if (next === NEW) return setName("");
              setName(null);
              keepRole(next, () => onChange(next));
            }}
          >
            {role === "" && <option value="">{p("choose")}</option>}
            {role !== "" && !roles.some((each) => each.id === role) && <option value={role}>{role}</option>}
            {roles.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
            <option value={NEW}>{t("newRole")}</option>
          </select>
        )}
      </Property>
      {name !== null && (
        <span className="fw-form-entry">
          <input
            className="fw-form-control"
            aria-label={t("newRoleName")}
            placeholder={t("newRoleName")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !isComposing(event)) add();
            }}
          />
          <button type="button" className="fw-form-button" disabled={name.trim() === ""} onClick={add}>
            {t("addRole")}
          </button>
        </span>
      )}
    </>
  );
}
