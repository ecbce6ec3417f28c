import type { CallRecord } from "@flowright/client";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useSystems } from "../use-systems.ts";
import { useCallTexts } from "./texts.ts";

/** Whom the call was for and how it ended, in a few words. */
export function useCallHeadline(record: CallRecord | null): string | null {
  const t = useCallTexts();
  const language = useLanguage();
  const { systems, isLoading } = useSystems();
  // The host would be read for a moment before the name.
  if (record === null || isLoading) return null;
  const { url } = record.request;
  const known = systems.find(
    ({ address }) => url === address || url.startsWith(address.replace(/\/?$/, "/")),
  );
  const system = textOf(known?.name, language) || hostOf(url);
  const status = record.response?.status;
  if (status === undefined) return t("silent", { system });
  if (status >= 500) return t("broken", { system, status });
  if (status >= 400) return t("refused", { system, status });
  return t("strange", { system });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
