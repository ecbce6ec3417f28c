import { type FieldChange, textOf, type WorkflowDefinition } from "@flowright/definition";
import { outdatedSteps, templateOf, withTemplates } from "@flowright/templates";
import { useEffect, useMemo, useRef, useState } from "react";
import { type FieldRow, fieldRows } from "../../compare/words/field-rows.ts";
import { namesOf } from "../../compare/words/names.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";

interface NewerFormsProps {
  /** The step that was looked at, alone chosen at first; null: all of the flow. */
  readonly first: string | null;
  onClose(): void;
}

/** What newer templates change of the steps made from them, and the update of one, some or all. */
export function NewerForms({ first, onClose }: NewerFormsProps) {
  const t = useTexts(TEMPLATE_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const templates = useDesigner((state) => state.stepTemplates);
  const people = useDesigner((state) => state.people);
  const roles = useDesigner((state) => state.roles);
  const systems = useDesigner((state) => state.systems);
  const newest = useMemo(() => new Map(templates.map((one) => [one.content.id, one])), [templates]);
  const outdated = useMemo(() => outdatedSteps(definition, newest), [definition, newest]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(first === null ? outdated : [first]),
  );
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const after = useMemo(
    () => withTemplates(definition, newest, new Set(outdated)),
    [definition, newest, outdated],
  );
  const steps = useMemo(() => {
    const known = { people, roles, systems };
    const [was, is] = [namesOf(definition, language, known), namesOf(after, language, known)];
    return outdated.map((id) => ({
      id,
      name: was.step(id),
      template: nameOfTemplate(id),
      rows: rowsOf(id, { definition, names: was }, { definition: after, names: is }),
    }));
    function nameOfTemplate(id: string): string {
      const node = indexOf(definition).nodes.get(id)?.node;
      const used = node === undefined ? null : templateOf(node);
      return textOf(newest.get(used?.id ?? "")?.content.name, language);
    }
  }, [outdated, definition, after, language, people, roles, systems, newest]);
  const ids = outdated.filter((id) => chosen.has(id));
  const update = (which: readonly string[]) => {
    store.getState().run({
      label: { en: "Update from the template", "zh-CN": "按模板更新" },
      execute: (flow) => ({ ok: true, definition: withTemplates(flow, newest, new Set(which)) }),
    });
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className="fw-sheet fw-template-dialog"
      aria-label={t("newerTitle")}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2>{t("newerTitle")}</h2>
      </header>
      <p className="fw-form-help">{t("newerLead")}</p>
      {steps.map(({ id, name, template, rows }) => (
        <section key={id} className="fw-template-step" aria-label={name}>
          <label className="fw-form-choice">
            <input
              type="checkbox"
              aria-label={t("choose", { name })}
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                setChosen(next);
              }}
            />
            <span>
              <strong>{name}</strong> <span className="fw-form-help">{t("from", { name: template })}</span>
            </span>
          </label>
          {rows.length === 0 ? <p className="fw-form-help">{t("same")}</p> : <Rows rows={rows} />}
        </section>
      ))}
      <footer className="fw-panel-buttons">
        <button type="button" className="fw-form-button" onClick={() => dialog.current?.close()}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="fw-form-button fw-builder-primary"
          disabled={ids.length === 0}
          onClick={() => update(ids)}
        >
          {ids.length === 1 ? t("updateOne") : t("updateMany", { count: ids.length })}
        </button>
        {outdated.length > 1 && ids.length < outdated.length && (
          <button type="button" className="fw-form-button" onClick={() => update(outdated)}>
            {t("updateMany", { count: outdated.length })}
          </button>
        )}
      </footer>
    </dialog>
  );
}

function Rows({ rows }: { readonly rows: readonly FieldRow[] }) {
  const t = useTexts(TEMPLATE_TEXTS);
  return (
    <table className="fw-template-rows">
      <thead>
        <tr>
          <th scope="col">{t("setting")}</th>
          <th scope="col">{t("before")}</th>
          <th scope="col">{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before ?? t("nothing")}</td>
            <td>{after ?? t("nothing")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Side {
  readonly definition: WorkflowDefinition;
  readonly names: ReturnType<typeof namesOf>;
}

/** What differs of a step, in the words of the panel. */
function rowsOf(id: string, was: Side, is: Side): FieldRow[] {
  const sides = [was, is].map(({ definition, names }) => ({
    names,
    node: indexOf(definition).nodes.get(id)?.node,
  }));
  const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const [old, now] = [before, after].map(({ node }) => ({ ...node }) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== "template" && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .flatMap((field) => {
      const change: FieldChange = { field, before: old[field], after: now[field] };
      return fieldRows("step", change, before, after);
    });
}
