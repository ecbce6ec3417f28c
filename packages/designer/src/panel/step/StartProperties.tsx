import type { StartEvent, StartTrigger } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { EventGroup } from "../event/EventGroup.tsx";
import type { EventType } from "../event/event-drafts.ts";
import { EVENT_TEXTS } from "../event/event-texts.ts";
import { FormGroup } from "../form/FormGroup.tsx";
import { rolesInSight } from "../people/roles-in-sight.ts";
import { useKeepRole } from "../people/use-keep-role.ts";
import { CheckProperty } from "../property/CheckProperty.tsx";
import { Property } from "../property/Property.tsx";
import { useNodePatch } from "../use-node-patch.ts";
import { STEP_TEXTS } from "./step-texts.ts";

const AT_THE_TOP: readonly EventType[] = ["none", "message", "timer", "signal"];
const AROUND: readonly EventType[] = [
  "message",
  "timer",
  "signal",
  "condition",
  "error",
  "escalation",
  "compensation",
];

/** How a case begins: by hand with a form, by a message or signal, at a time; how a block begins that reacts to events. */
export function StartProperties({ node }: { node: StartEvent }) {
  const parent = useDesigner((state) => indexOf(state.definition).nodes.get(node.id)?.parent?.kind ?? null);
  const trigger: StartTrigger = node.trigger ?? { type: "none" };
  if (parent === "eventSubProcess") return <BlockStart node={node} trigger={trigger} />;
  // A plain block begins when the flow gets there; what it says nevertheless can be taken back.
  if (parent !== null && trigger.type === "none") return null;
  return <ProcessStart node={node} trigger={trigger} />;
}

function ProcessStart({ node, trigger }: { node: StartEvent; trigger: StartTrigger }) {
  const t = useTexts(STEP_TEXTS);
  const patch = useNodePatch(node.id);
  return (
    <>
      <EventGroup
        node={node}
        title={t("startBy")}
        at="/trigger"
        event={trigger}
        direction="waits"
        types={AT_THE_TOP}
        starts
        wrap={(event) =>
          event.type === "none"
            ? { trigger: undefined }
            : { trigger: event as StartTrigger, form: undefined, startableBy: undefined }
        }
      >
        {trigger.type === "none" && <StartableBy node={node} />}
        {trigger.type === "message" && (
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
      </EventGroup>
      {trigger.type === "none" && <FormGroup node={node} />}
    </>
  );
}

/** After these what runs around cannot go on. */
const ALWAYS_STOPS: ReadonlySet<StartTrigger["type"]> = new Set(["error", "compensation"]);

function BlockStart({ node, trigger }: { node: StartEvent; trigger: StartTrigger }) {
  const t = useTexts(EVENT_TEXTS);
  const patch = useNodePatch(node.id);
  return (
    <EventGroup
      node={node}
      title={t("reactsTo")}
      at="/trigger"
      event={trigger}
      direction="waits"
      types={AROUND}
      wrap={(event, newType) => ({
        trigger: event as StartTrigger,
        ...(newType && ALWAYS_STOPS.has(event.type as StartTrigger["type"])
          ? { interrupting: undefined }
          : {}),
      })}
    >
      {(!ALWAYS_STOPS.has(trigger.type) || node.interrupting === false) && (
        <CheckProperty
          label={t("interruptingBlock")}
          help={t("interruptingBlockHelp")}
          value={node.interrupting !== false}
          onChange={(on) => patch({ interrupting: on ? undefined : false })}
        />
      )}
    </EventGroup>
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
