import { notifications } from "@mantine/notifications";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { i18n } from "../../i18n/i18n.ts";
import { usePartTexts } from "../texts.ts";
import { patiently } from "./patiently.ts";

let waiting = 0;

/**
 * A part of a page that is fetched when it is first shown. Where it cannot be, for want of a connection or because the
 * server was renewed meanwhile, that is said, and it is tried again until it comes; the page stays as it is.
 */
export function lazyPart<Props>(
  fetch: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const id = `part-${++waiting}`;
    const part = await patiently(fetch, {
      late: () =>
        notifications.show({
          id,
          autoClose: false,
          message: i18n.t("partLate", { ns: usePartTexts.catalog.namespace }),
        }),
      there: () => notifications.hide(id),
    });
    return { default: part };
  });
}
