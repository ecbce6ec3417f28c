import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useBuilder } from "../builder-context.ts";
import { FIELD_KINDS, type FieldKind } from "../edit/field-kind.ts";

interface AddFieldDialogProps {
  readonly kinds?: readonly FieldKind[] | undefined;
  readonly onAdd: (title: string, kind: FieldKind) => void;
  readonly onClose: () => void;
}

/** Name and kind of a new field, in place below the section. */
export function AddFieldDialog({ kinds = FIELD_KINDS, onAdd, onClose }: AddFieldDialogProps) {
  const { t } = useBuilder();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<FieldKind>("text");
  const group = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Once all is drawn: a drawer that opens around this would take the focus for itself.
    const frame = requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.closest("[role=dialog]")?.scrollIntoView({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const add = () => onAdd(title.trim() || t(`kind_${kind}`), kind);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      add();
    }
  };
  return (
    <div className="fw-builder-add" role="dialog" aria-label={t("newField")} onKeyDown={onKeyDown}>
      <label className="fw-form-field">
        <span className="fw-form-label">{t("fieldName")}</span>
        <input
          ref={input}
          className="fw-form-control"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          autoComplete="off"
        />
      </label>
      <div className="fw-builder-kinds" role="radiogroup" aria-label={t("kind")}>
        {kinds.map((each) => (
          <label key={each} className="fw-builder-kind" data-chosen={each === kind || undefined}>
            <input type="radio" name={group} checked={each === kind} onChange={() => setKind(each)} />
            {t(`kind_${each}`)}
          </label>
        ))}
      </div>
      <div className="fw-form-entry">
        <button type="button" className="fw-form-button fw-builder-primary" onClick={add}>
          {t("add")}
        </button>
        <button type="button" className="fw-form-button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}
