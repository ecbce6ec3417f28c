import type { StartEvent, StartTrigger } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { FormGroup } from "../form/FormGroup.tsx";
import { rolesInSight } from "../people/roles-in-sight.ts";
import { useKeepRole } from "../people/use-keep-role.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { Property } from "../property/Property.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { MessageGroup } from "./MessageGroup.tsx";
import { STEP_TEXTS } from "./step-texts.ts";

/** How a case begins: by hand with a form, or by a message. */
export function StartProperties({ node }: { node: StartEvent }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const inner = usePanelScope().path.split("/nodes/").length > 2;
  const trigger: StartTrigger = node.trigger ?? { type: "none" };
  if (inner) return null;
  const changeType = (type: StartTrigger["type"]) =>
    patch(
      type === "none"
        ? { trigger: undefined }
        : { trigger: { type, message: { name: "message" } }, form: undefined, startableBy: undefined },
    );
  return (
    <>
      <PropertyGroup title={t("start")} at={["/startableBy", "/trigger/type"]}>
        <ChoiceProperty<StartTrigger["type"]>
          label={t("startBy")}
          at="/trigger/type"
          value={trigger.type}
          choices={[
            { value: "none", title: t("startNone") },
            { value: "message", title: t("startMessage") },
          ]}
          onChange={changeType}
        />
        {trigger.type === "none" ? (
          <StartableBy node={node} />
        ) : (
          <CheckProperty
            label={t("onePerKey")}
            value={trigger.onePerKey === true}
            onChange={(on) =>
              patch({
                trigger: { type: "message", message: trigger.message, ...(on ? { onePerKey: true } : {}) },
              })
            }
          />
        )}
      </PropertyGroup>
      {trigger.type === "none" && <FormGroup node={node} />}
      {trigger.type === "message" && (
        <MessageGroup
          node={node}
          at="/trigger/message"
          message={trigger.message}
          starts
          wrap={(message) => ({ trigger: { ...trigger, message } })}
        />
      )}
    </>
  );
}

function StartableBy({ node }: { node: StartEvent }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  const keepRole = useKeepRole();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const workspace = useDesigner((state) => state.roles);
  const chosen = node.startableBy;
  const roles = rolesInSight(definition, workspace, language);
  const toggle = (role: string, on: boolean) => {
    const next = on ? [...(chosen ?? []), role] : (chosen ?? []).filter((each) => each !== role);
    keepRole(role, () => patch({ startableBy: next.length === 0 ? undefined : next }));
  };
  return (
    <Property label={t("startableBy")} at="/startableBy" group>
      {({ id, readOnly }) => (
        <span className="fw-panel-choices" id={id}>
          <label className="fw-form-choice">
            <input
              type="checkbox"
              checked={chosen === undefined}
              disabled={readOnly || chosen === undefined}
              onChange={() => patch({ startableBy: undefined })}
            />
            {t("everyone")}
          </label>
          {roles.map((role) => (
            <label key={role.id} className="fw-form-choice">
              <input
                type="checkbox"
                checked={chosen?.includes(role.id) ?? false}
                disabled={readOnly}
                onChange={(event) => toggle(role.id, event.target.checked)}
              />
              {role.title}
            </label>
          ))}
        </span>
      )}
    </Property>
  );
}
