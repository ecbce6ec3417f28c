import type { IconName } from "../../diagram/icon/icon-paths.ts";
import type { ElementType } from "../../model/element/element-type.ts";

/** The drawing of an element in palette and menus. */
export function elementIcon({ id, kind }: ElementType): IconName {
  switch (id) {
    case "messageStart":
    case "messageCatch":
    case "boundaryMessage":
      return "message";
    case "timerCatch":
    case "boundaryTimer":
      return "timer";
    case "errorEnd":
    case "boundaryError":
      return "error";
    case "terminateEnd":
      return "terminate";
  }
  return kind === "catch" || kind === "boundary" ? "timer" : kind;
}
