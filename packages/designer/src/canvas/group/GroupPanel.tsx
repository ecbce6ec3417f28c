import type { DrawingGroup } from "@flowright/definition";
import { useEffect, useId, useRef } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { changeGroup } from "../../model/command/group/change-group.ts";
import { ungroup } from "../../model/command/group/ungroup.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { groupFieldPath } from "./group-field-path.ts";
import { GROUP_TEXTS } from "./group-texts.ts";

const COLOURS = ["grey", "blue", "teal", "amber", "purple", "pink"] as const;

/** The properties of a selected group: its name, its colour, and whether it is folded. */
export function GroupPanel({ group }: { readonly group: DrawingGroup }) {
  const t = useTexts(GROUP_TEXTS);
  const id = useId();
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const language = useDesigner((state) => state.language);
  const request = useDesigner((state) => state.focusRequest);
  const input = useRef<HTMLInputElement>(null);
  const { run } = store.getState();
  useEffect(() => {
    if (request?.path !== groupFieldPath(group.id)) return;
    input.current?.focus();
    input.current?.select();
  }, [request, group.id]);
  return (
    <div className="fw-form fw-panel" lang={language}>
      <header className="fw-panel-head">
        <span className="fw-panel-kind">
          <Icon name="group" />
          {t("group")}
        </span>
        <label className="fw-group-field" htmlFor={id}>
          <span className="fw-form-label">{t("name")}</span>
          <input
            ref={input}
            id={id}
            className="fw-form-control"
            value={group.name ?? ""}
            maxLength={4000}
            readOnly={readOnly}
            autoComplete="off"
            onChange={(event) => run(changeGroup(group.id, { name: event.target.value || undefined }))}
          />
        </label>
      </header>
      <div className="fw-panel-body">
        <fieldset className="fw-group-field" disabled={readOnly}>
          <legend className="fw-form-label">{t("colour")}</legend>
          <div className="fw-group-colours">
            {COLOURS.map((colour) => (
              <label key={colour} className="fw-group-colour" data-colour={colour} title={t(colour)}>
                <input
                  type="radio"
                  name={`${id}-colour`}
                  aria-label={t(colour)}
                  checked={(group.colour ?? "grey") === colour}
                  onChange={() =>
                    run(changeGroup(group.id, { colour: colour === "grey" ? undefined : colour }))
                  }
                />
                <span aria-hidden="true" />
              </label>
            ))}
          </div>
        </fieldset>
        <label className="fw-group-check">
          <input
            type="checkbox"
            checked={group.collapsed === true}
            disabled={readOnly}
            onChange={(event) =>
              run(changeGroup(group.id, { collapsed: event.target.checked ? true : undefined }))
            }
          />
          {t("foldGroup")}
        </label>
        <p className="fw-form-help">{t("hint")}</p>
        {!readOnly && (
          <button type="button" className="fw-button fw-outlined" onClick={() => run(ungroup([group.id]))}>
            <Icon name="ungroup" size={16} />
            <span>{t("ungroup")}</span>
          </button>
        )}
      </div>
    </div>
  );
}
