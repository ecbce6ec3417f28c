import type { Beginning } from "@flowright/designer";
import { useMemo } from "react";
import { useTemplates } from "./use-templates.ts";

/** An empty flow offers so many; the gallery has them all. */
const MOST = 3;

/** Templates that an empty flow offers, those of the workspace first. */
export function useBeginnings(wanted: boolean): readonly Beginning[] {
  const { data } = useTemplates(wanted);
  return useMemo(
    () =>
      (data ?? [])
        .slice(0, MOST)
        .map(({ key, template: { name, description } }) => ({ id: key, name, description })),
    [data],
  );
}
