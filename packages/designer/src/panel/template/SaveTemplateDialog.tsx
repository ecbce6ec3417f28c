import { type LocalizedText, type Node, textOf } from "@flowright/definition";
import { BilingualInput } from "@flowright/forms/builder";
import { type FieldRule, presetFields, templateOfStep } from "@flowright/templates";
import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { iconOf } from "../../diagram/icon/icon-of.ts";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { settingWords } from "../../diagram/words/setting-words.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { templateIdFor } from "./template-id.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";
import { useStepTemplate } from "./use-step-template.ts";

/** Drawings that a template may have. */
const ICONS: readonly IconName[] = [
  ...(["userTask", "approval", "manualTask", "serviceTask", "businessRuleTask", "sendTask"] as const),
  ...(["receiveTask", "callActivity", "plan", "condition", "timer", "milestone"] as const),
  ...(["check", "warning", "comment", "note", "picture", "link"] as const),
];
const RULES: readonly FieldRule[] = ["open", "locked", "hidden"];

interface SaveTemplateDialogProps {
  readonly node: Node;
  onClose(): void;
}

/** Asks what a step is called as a template, and what of it may be changed where it is used. */
export function SaveTemplateDialog({ node, onClose }: SaveTemplateDialogProps) {
  const t = useTexts(TEMPLATE_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const templates = useDesigner((state) => state.stepTemplates);
  const [origin, setOrigin] = useState(useStepTemplate(node));
  const [name, setName] = useState<LocalizedText | undefined>(origin?.content.name ?? node.name);
  const [description, setDescription] = useState<LocalizedText | undefined>(origin?.content.description);
  const [icon, setIcon] = useState(origin?.content.icon);
  const [rules, setRules] = useState<{ readonly [field: string]: FieldRule }>(origin?.content.rules ?? {});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const called = textOf(name, language);
  const own =
    origin?.content.id ?? templateIdFor(textOf(name, "en"), new Set(templates.map((one) => one.content.id)));
  const about = { id: own, name: name ?? "", description: description ?? called, ...(icon && { icon }) };
  const content = templateOfStep(node, about, rules, definition);

  const others = templates.filter((one) => one.content.step.kind === node.kind);
  /** The next version of a template begins with what the present one says of itself. */
  const choose = (template: string) => {
    const other = others.find((one) => one.content.id === template) ?? null;
    setOrigin(other);
    if (other === null) return;
    setName(other.content.name);
    setDescription(other.content.description);
    setIcon(other.content.icon);
    setRules(other.content.rules);
  };

  const save = async () => {
    setTried(true);
    const { onSaveStepTemplate, notify } = store.getState();
    if (called.trim() === "" || busy || onSaveStepTemplate === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSaveStepTemplate(content, origin?.version ?? null);
    } catch (error) {
      setBusy(false);
      setFailure(error instanceof Error && error.message !== "" ? error.message : t("failed"));
      return;
    }
    notify("info", saved(content.name));
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className="fw-sheet fw-form fw-template-dialog"
      aria-label={t("saveTitle")}
      lang={language}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2>{t("saveTitle")}</h2>
      </header>
      <p className="fw-form-help">{t("saveLead")}</p>
      {others.length > 0 && (
        <label className="fw-form-field">
          <span className="fw-form-label">{t("saveAs")}</span>
          <select
            className="fw-form-control"
            value={origin?.content.id ?? ""}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t("asNew")}</option>
            {others.map(({ content: { id: other, name: otherName } }) => (
              <option key={other} value={other}>
                {t("asNext", { name: textOf(otherName, language) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="fw-form-field">
        <label className="fw-form-label" htmlFor={`${id}-name`}>
          {t("name")}
        </label>
        <BilingualInput
          inputId={`${id}-name`}
          label={t("name")}
          hideLabel
          language={language}
          value={name}
          onChange={setName}
          invalid={tried && called.trim() === ""}
          describedBy={`${id}-missing`}
        />
        <span id={`${id}-missing`} className="fw-form-error" role="alert">
          {tried && called.trim() === "" ? t("nameMissing") : ""}
        </span>
      </div>
      <div className="fw-form-field">
        <label className="fw-form-label" htmlFor={`${id}-about`}>
          {t("description")}
        </label>
        <BilingualInput
          inputId={`${id}-about`}
          label={t("description")}
          hideLabel
          language={language}
          value={description}
          onChange={setDescription}
        />
      </div>
      <fieldset className="fw-template-icons">
        <legend className="fw-form-label">{t("icon")}</legend>
        {[undefined, ...ICONS.filter((each) => each !== iconOf(node))].map((each) => (
          <label key={each ?? "own"} title={each === undefined ? t("ownIcon") : undefined}>
            <input
              type="radio"
              name={`${id}-icon`}
              className="fw-form-spoken"
              aria-label={each === undefined ? t("ownIcon") : `${t("icon")} ${ICONS.indexOf(each) + 1}`}
              checked={icon === each}
              onChange={() => setIcon(each)}
            />
            <Icon name={each ?? iconOf(node) ?? "note"} size={18} />
          </label>
        ))}
      </fieldset>
      <table className="fw-template-rows">
        <caption className="fw-form-label">{t("settings")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("setting")}</th>
            {RULES.map((rule) => (
              <th key={rule} scope="col" title={t(`${rule}Help` as "openHelp")}>
                {t(rule)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {presetFields(node).map((field) => {
            const words = settingWords([field])[language];
            return (
              <tr key={field}>
                <th scope="row">{words}</th>
                {RULES.map((rule) => (
                  <td key={rule}>
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      aria-label={`${words}: ${t(rule)}`}
                      checked={(rules[field] ?? "open") === rule}
                      onChange={() => setRules({ ...rules, [field]: rule })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Brings brings={content.brings} />
      {failure !== null && (
        <p className="fw-form-error" role="alert">
          {failure}
        </p>
      )}
      <footer className="fw-panel-buttons">
        <button type="button" className="fw-form-button" onClick={() => dialog.current?.close()}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="fw-form-button fw-builder-primary"
          aria-busy={busy || undefined}
          onClick={() => void save()}
        >
          {t("confirm")}
        </button>
      </footer>
    </dialog>
  );
}

/** What comes into a flow with the step. */
function Brings({ brings }: { readonly brings: ReturnType<typeof templateOfStep>["brings"] }) {
  const t = useTexts(TEMPLATE_TEXTS);
  const language = useDesigner((state) => state.language);
  if (brings === undefined) return null;
  const list = language === "en" ? ", " : "、";
  const [form] = brings.forms ?? [];
  const fields = Object.keys(brings.fields ?? {}).length;
  const names = (brings.roles ?? []).map((role) => textOf(role.name, language) || role.id).join(list);
  const what = [
    form ? t("bringsForm", { name: textOf(form.title, language) || form.id }) : "",
    fields > 0 ? t(fields === 1 ? "bringsField" : "bringsFields", { count: fields }) : "",
    names === "" ? "" : t("bringsRoles", { names }),
  ].filter((words) => words !== "");
  return <p className="fw-form-help">{t("brings", { what: what.join(list) })}</p>;
}

function saved(name: LocalizedText) {
  return {
    en: TEMPLATE_TEXTS.en.saved.replace("{name}", textOf(name, "en")),
    "zh-CN": TEMPLATE_TEXTS["zh-CN"].saved.replace("{name}", textOf(name, "zh-CN")),
  };
}
