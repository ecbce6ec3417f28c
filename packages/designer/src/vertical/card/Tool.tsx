import type { MouseEvent } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";

/** A small button of a card or of the head of a branch. */
export function Tool({
  icon,
  name,
  onClick,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly onClick: (event: MouseEvent) => void;
}) {
  return (
    <button type="button" className="fw-button" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} size={16} />
    </button>
  );
}
