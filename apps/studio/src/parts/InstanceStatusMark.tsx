import type { InstanceStatus } from "@flowright/client";
import { StatusMark, type StatusTone } from "./StatusMark.tsx";
import { usePartTexts } from "./texts.ts";

const LOOKS = {
  active: ["track", "running"],
  suspended: ["paused", "paused"],
  completed: ["done", "finished"],
  terminated: ["paused", "terminated"],
  cancelled: ["paused", "cancelled"],
} as const satisfies { readonly [status in InstanceStatus]: readonly [StatusTone, string] };

/** Where a case stands; an open incident comes before everything else. */
export function InstanceStatusMark({
  status,
  incidents = 0,
}: {
  status: InstanceStatus;
  incidents?: number;
}) {
  const t = usePartTexts();
  if (incidents > 0 && (status === "active" || status === "suspended")) {
    return <StatusMark tone="incident">{t("incident")}</StatusMark>;
  }
  const [tone, words] = LOOKS[status];
  return <StatusMark tone={tone}>{t(words)}</StatusMark>;
}
