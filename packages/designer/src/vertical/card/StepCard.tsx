import { isContainer, type Node } from "@flowright/definition";
import { useCanvasUi } from "../../canvas/canvas-ui.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { heatStyle } from "../../diagram/overlay/heat.ts";
import { OverlayBadges, overlayWords } from "../../diagram/overlay/OverlayBadges.tsx";
import { useOverlay } from "../../diagram/overlay/overlays-context.ts";
import { DIAGRAM_TEXTS } from "../../diagram/words/diagram-texts.ts";
import { quietLine } from "../../diagram/words/quiet-line.ts";
import { spokenStep } from "../../diagram/words/spoken-name.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { updateNode } from "../../model/command/content/update-node.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCardDrag } from "../carry/use-card-drag.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";
import { CardTools } from "./CardTools.tsx";
import { EventChip } from "./EventChip.tsx";
import { ProblemButton } from "./ProblemButton.tsx";
import { useKindWords } from "./use-kind-words.ts";

/** A step: what it is, who does it and until when, what may happen meanwhile, and its problems. */
export function StepCard({ id }: { readonly id: string }) {
  const { definition } = useColumnScope();
  const node = indexOf(definition).nodes.get(id)?.node;
  return node ? <Card node={node} /> : null;
}

function Card({ node }: { readonly node: Node }) {
  const { id } = node;
  const t = useTexts(VERTICAL_TEXTS);
  const d = useTexts(DIAGRAM_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon, editable, selected, problemsOf, renderContainer } = useColumnScope();
  const trial = useCanvasUi(({ trial }) =>
    trial?.active.has(id) ? "active" : trial?.done.has(id) ? "done" : undefined,
  );
  const drag = useCardDrag();
  const index = indexOf(definition);
  const type = elementTypeOf(node);
  const name = stepName(node, lexicon);
  const { errors, warnings } = problemsOf(id);
  const events = (index.boundaries.get(id) ?? []).filter(({ kind }) => kind === "boundary");
  const words = [
    errors > 0 ? d(errors === 1 ? "oneError" : "errors", { count: errors }) : "",
    warnings > 0 ? d(warnings === 1 ? "oneWarning" : "warnings", { count: warnings }) : "",
  ];
  const overlay = useOverlay(id);
  if (overlay) words.push(...overlayWords(overlay, lexicon));
  const inPlan = index.nodes.get(id)?.parent?.kind === "plan";
  const open = isContainer(node) && !node.collapsed;
  const kindWords = useKindWords(node);
  const head = (
    <>
      <div className="fw-v-card-row">
        <button
          type="button"
          className="fw-v-card-main"
          data-stop={id}
          data-step={id}
          tabIndex={-1}
          aria-label={spokenStep(node, index, lexicon, [...kindWords, ...words])}
          aria-pressed={selected === id}
          onPointerDown={(event) => {
            if (event.pointerType === "mouse") drag(event, id, name);
          }}
          onClick={() => {
            store.getState().select([id]);
            store.getState().openPanel(true);
          }}
        >
          <span className="fw-chip" data-tells={node.kind === "throw" || undefined}>
            <Icon name={lexicon.icon(node) ?? (node.kind === "end" ? "end" : "start")} size={18} />
          </span>
          <span className="fw-v-words">
            <span className="fw-v-name">{name}</span>{" "}
            {[quietLine(node, lexicon), ...kindWords]
              .filter((line) => line !== "")
              .map((line) => (
                <span key={line} className="fw-v-quiet">
                  {line}{" "}
                </span>
              ))}
          </span>
        </button>
        {isContainer(node) && (
          <button
            type="button"
            className="fw-button fw-v-fold"
            aria-label={d(node.collapsed ? "unfold" : "fold", { name })}
            aria-expanded={!node.collapsed}
            tabIndex={-1}
            disabled={!editable}
            onClick={() =>
              store.getState().run(updateNode(id, { collapsed: node.collapsed ? undefined : true }))
            }
          >
            <Icon name="chevron" size={16} />
          </button>
        )}
        {editable && node.kind !== "start" && node.kind !== "end" && !inPlan && (
          <span
            className="fw-v-grip"
            title={t("drag", { name })}
            onPointerDown={(event) => drag(event, id, name)}
          >
            <Icon name="grip" size={16} />
          </span>
        )}
      </div>
      {events.length > 0 && (
        <div className="fw-v-events">
          {events.map((event) => (
            <EventChip key={event.id} event={event} />
          ))}
        </div>
      )}
      <ProblemButton id={id} name={name} count={errors + warnings} />
      {selected === id && editable && <CardTools node={node} />}
    </>
  );
  return (
    <div
      className="fw-v-card"
      data-family={type.family}
      data-selected={selected === id || undefined}
      data-severity={errors > 0 ? "error" : warnings > 0 ? "warning" : undefined}
      data-trial={trial}
      data-event={type.family === "event" || undefined}
      data-block={open || undefined}
      {...heatStyle(overlay)}
    >
      {overlay && <OverlayBadges overlay={overlay} lexicon={lexicon} />}
      {open ? <div className="fw-v-block-head">{head}</div> : head}
      {open && <div className="fw-v-inside">{renderContainer(id)}</div>}
    </div>
  );
}
