import { useRef, useState } from "react";
import type { Json } from "../../../value/json.ts";
import { useForm } from "../../form-context.ts";
import { FileTile } from "../../read/FileTile.tsx";
import type { WidgetProps } from "../widget-props.ts";
import { accepts } from "./accepts.ts";
import { useUploads } from "./use-uploads.ts";

const ONE = 1;

/** Photos and files: camera or picker, progress, preview, removal; one or several. */
export function FileWidget({ id, field, value, onChange, label, ...rest }: WidgetProps) {
  const { t, fileOf } = useForm();
  const many = field.type === "array";
  const entry = many ? (field.items ?? {}) : field;
  const photo = entry.format === "photo";
  const ids = idsOf(value);
  const most = many ? (field.maxItems ?? Number.POSITIVE_INFINITY) : ONE;
  const accept = entry.accept ?? (photo ? ["image/*"] : []);
  // Several uploads may end between two renderings; each adds to what the one before left.
  const latest = useRef(ids);
  latest.current = ids;
  const add = (file: string) => {
    const next = many ? [...latest.current, file] : [file];
    latest.current = next;
    onChange(many ? next : file);
  };
  const uploads = useUploads(add);
  const [refused, setRefused] = useState("");
  const take = (files: Iterable<File>) => {
    setRefused("");
    let room = most - ids.length - uploads.pending.length;
    for (const file of files) {
      if (!accepts(accept, file)) setRefused(t("wrongKind", { name: file.name }));
      else if (room-- > 0) uploads.start(file);
    }
  };
  const room = ids.length + uploads.pending.length < most;
  const name = rest.ariaLabel ?? label;
  const input = (camera: boolean, inputId: string) => (
    <input
      id={inputId}
      type="file"
      className="fw-form-file-input"
      accept={accept.join(",") || undefined}
      capture={camera ? "environment" : undefined}
      multiple={many && !camera}
      aria-label={`${name}: ${camera ? t("takePhoto") : t(photo ? "choosePhoto" : "chooseFile")}`}
      aria-invalid={rest.invalid || undefined}
      aria-describedby={rest.describedBy}
      onChange={(event) => {
        take(event.target.files ?? []);
        event.target.value = "";
      }}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a second way beside the buttons.
    <span
      className="fw-form-files"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      {ids.map((file, index) => (
        <FileTile
          key={file}
          id={file}
          photo={photo}
          index={index}
          onRemove={() => onChange(many ? ids.filter((other) => other !== file) : null)}
        />
      ))}
      {uploads.pending.map((upload) => (
        <span key={upload.serial} className="fw-form-upload">
          <span className="fw-form-file-name">{upload.file.name}</span>
          {upload.failed ? (
            <>
              <span className="fw-form-error" role="alert">
                {t("uploadFailed", { name: upload.file.name })}
              </span>
              <button type="button" className="fw-form-button" onClick={() => uploads.retry(upload.serial)}>
                {t("tryAgain")}
              </button>
            </>
          ) : (
            <progress
              aria-label={t("uploading", { name: upload.file.name })}
              value={upload.fraction ?? undefined}
              max={1}
            />
          )}
          <button
            type="button"
            className="fw-form-icon"
            aria-label={t("removeFile", { name: upload.file.name })}
            onClick={() => uploads.drop(upload.serial)}
          >
            ×
          </button>
        </span>
      ))}
      {room && (
        <span className="fw-form-file-buttons">
          {photo && (
            <label className="fw-form-button fw-form-camera" htmlFor={`${id}-camera`}>
              {input(true, `${id}-camera`)}
              {t("takePhoto")}
            </label>
          )}
          <label className="fw-form-button" htmlFor={id}>
            {input(false, id)}
            {t(photo ? "choosePhoto" : "chooseFile")}
          </label>
          <span className="fw-form-help fw-form-drop">{t("orDrop")}</span>
        </span>
      )}
      {refused && (
        <span className="fw-form-error" role="alert">
          {refused}
        </span>
      )}
      <span className="fw-form-spoken" aria-live="polite">
        {ids.map((file) => fileOf(file)?.name ?? "").join(" ")}
      </span>
    </span>
  );
}

function idsOf(value: Json | undefined): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is string => typeof entry === "string" && entry !== "");
}
