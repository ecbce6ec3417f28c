import { useState } from "react";
import { useForm } from "../form-context.ts";

interface FileTileProps {
  readonly id: string;
  readonly photo: boolean;
  readonly index: number;
  readonly onRemove?: (() => void) | undefined;
}

/** One stored file: a photo's picture, else its name; opens in a tab of its own. */
export function FileTile({ id, photo, index, onRemove }: FileTileProps) {
  const { t, fileUrl, fileOf } = useForm();
  const [broken, setBroken] = useState(false);
  const file = fileOf(id);
  const name = file?.name ?? (photo ? t("photoNumber", { n: index + 1 }) : t("file"));
  const picture = photo || file?.mediaType?.startsWith("image/");
  const url = fileUrl?.(id);
  const body =
    picture && url && !broken ? (
      <img src={url} alt={name} loading="lazy" onError={() => setBroken(true)} />
    ) : (
      <span className="fw-form-file-name">{name}</span>
    );
  return (
    <span className={picture && !broken && url ? "fw-form-photo" : "fw-form-upload"}>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {body}
        </a>
      ) : (
        body
      )}
      {onRemove && (
        <button
          type="button"
          className="fw-form-icon"
          aria-label={t("removeFile", { name })}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  );
}
