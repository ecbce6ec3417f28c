import type { Edge } from "@flowright/definition";
import { useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { iconOf } from "../../diagram/icon/icon-of.ts";
import { conditionWords } from "../../diagram/words/condition-words.ts";
import { eventWords } from "../../diagram/words/event-words.ts";
import { edgeLabel } from "../../diagram/words/step-name.ts";
import { moveBranch } from "../../model/command/content/move-branch.ts";
import { updateEdge } from "../../model/command/content/update-edge.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { removeBranch } from "../../model/structure/edit/remove-item.ts";
import type { Branch, SplitItem } from "../../model/structure/tree.ts";
import { nodesInSequence } from "../../model/structure/tree-nodes.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ProblemButton } from "../card/ProblemButton.tsx";
import { Tool } from "../card/Tool.tsx";
import { useColumnScope } from "../column-scope.ts";
import { removeWithWords } from "../remove-with-words.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

interface HeadProps {
  readonly split: SplitItem;
  readonly branch: Branch;
  readonly at: number;
  readonly folded: boolean;
}

/** What stands on top of a branch: when it is taken, and in which order it is tried. */
export function BranchHead({ split, branch, at, folded }: HeadProps) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition, lexicon, editable, selected, problemsOf } = useColumnScope();
  const index = indexOf(definition);
  const source = index.nodes.get(split.node ?? "")?.node;
  const edge = branch.edge === null ? undefined : index.edges.get(branch.edge)?.edge;
  const event = branch.boundary === null ? undefined : index.nodes.get(branch.boundary)?.node;
  const id = event?.id ?? edge?.id;
  if (!source || !id) return <span className="fw-v-head fw-v-head-plain">{t("afterwards")}</span>;
  const chooses = source.kind === "exclusive" || source.kind === "inclusive" || source.kind === "complex";
  const own = split.branches.filter((each) => each.boundary === null && each.edge !== null);
  const { title, detail, missing } =
    event?.kind === "boundary"
      ? {
          title: lexicon.text(event.name) || eventWords(event.event, lexicon),
          detail: lexicon.text(event.name) ? eventWords(event.event, lexicon) : "",
          missing: false,
        }
      : wordsOf(edge, chooses);
  const { errors, warnings } = problemsOf(id);
  const spoken = [title, detail].filter((part) => part !== "").join(" · ");
  const icon = event ? iconOf(event) : null;
  return (
    <div
      className="fw-v-head"
      data-selected={selected === id || undefined}
      data-event={event ? true : undefined}
    >
      <button
        type="button"
        className="fw-v-head-main"
        data-stop={id}
        data-head={branch.edge ?? undefined}
        tabIndex={-1}
        aria-pressed={selected === id}
        aria-label={t("branchNamed", { at: at + 1, count: split.branches.length, label: spoken })}
        onClick={() => {
          store.getState().select([id]);
          store.getState().openPanel(true);
        }}
      >
        {source.kind === "exclusive" && !event && <span className="fw-v-order">{at + 1} </span>}
        {icon && <Icon name={icon} size={14} />}
        <span className="fw-v-words">
          <span className="fw-v-name" data-missing={missing || undefined}>
            {title}
          </span>{" "}
          {detail && <span className="fw-v-quiet">{detail}</span>}
        </span>
      </button>
      <ProblemButton id={id} name={title} count={errors + warnings} />
      {selected === id && (
        <HeadTools
          branch={branch}
          edge={edge}
          own={own}
          chooses={chooses}
          editable={editable}
          folded={folded}
          source={source.id}
        />
      )}
    </div>
  );

  function wordsOf(line: Edge | undefined, chosen: boolean) {
    const name = lexicon.text(line?.name);
    if (!line || !chosen) {
      const beside = split.branches.some(({ boundary }) => boundary !== null) && own.length === 1;
      const label = (line ? edgeLabel(line, lexicon) : "") || (beside ? t("whenDone") : "");
      return {
        title: label || t("branchOf", { at: at + 1, count: split.branches.length }),
        detail: "",
        missing: false,
      };
    }
    if (line.default) return { title: name || t("otherwise"), detail: t("otherwiseHint"), missing: false };
    const condition = line.condition === undefined ? "" : conditionWords(line.condition, lexicon);
    const always = source?.kind === "exclusive" ? t("noCondition") : t("always");
    if (condition === "") {
      return { title: name || always, detail: name ? always : "", missing: source?.kind === "exclusive" };
    }
    return { title: name || condition, detail: name ? condition : "", missing: false };
  }
}

function HeadTools({
  branch,
  edge,
  own,
  chooses,
  editable,
  folded,
  source,
}: {
  readonly branch: Branch;
  readonly edge: Edge | undefined;
  readonly own: readonly Branch[];
  readonly chooses: boolean;
  readonly editable: boolean;
  readonly folded: boolean;
  readonly source: string;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const place = own.indexOf(branch);
  const count = nodesInSequence(branch.body).length;
  const key = branch.edge ?? branch.boundary ?? "";
  const fold = () => {
    const next = new Set(ui.getState().foldedBranches);
    if (folded) next.delete(key);
    else next.add(key);
    ui.getState().set({ foldedBranches: next });
  };
  return (
    <div className="fw-v-tools">
      {editable && edge && place > 0 && (
        <Tool
          icon="left"
          name={t("moveLeft")}
          onClick={() => store.getState().run(moveBranch(edge.id, -1))}
        />
      )}
      {editable && edge && place >= 0 && place < own.length - 1 && (
        <Tool
          icon="right"
          name={t("moveRight")}
          onClick={() => store.getState().run(moveBranch(edge.id, 1))}
        />
      )}
      {editable && edge && chooses && !edge.default && (
        <Tool
          icon="check"
          name={t("makeDefault")}
          onClick={() => store.getState().run(updateEdge(edge.id, { default: true }))}
        />
      )}
      {count > 0 && (
        <Tool
          icon={folded ? "plus" : "minus"}
          name={folded ? t("unfoldBranch", { count }) : t("foldBranch")}
          onClick={fold}
        />
      )}
      {editable && (
        <Tool
          icon="trash"
          name={
            count === 0 ? t("removeEmpty") : count === 1 ? t("removeOneStep") : t("removeBranch", { count })
          }
          onClick={() => removeWithWords(store, removeBranch(source, branch))}
        />
      )}
    </div>
  );
}
