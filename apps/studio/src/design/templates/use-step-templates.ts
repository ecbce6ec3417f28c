import { ApiError, type WorkspaceTemplate } from "@flowright/client";
import type { SaveStepTemplateHandler } from "@flowright/designer";
import type { KeptStepTemplate, StepTemplate } from "@flowright/templates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { api } from "../../session/api.ts";

/** A step template as the gallery lists it. */
export interface ListedStepTemplate extends KeptStepTemplate {
  readonly kept: WorkspaceTemplate;
}

const NONE: readonly ListedStepTemplate[] = [];

/** The step templates of the workspace, and what keeps another one or a newer version. */
export function useStepTemplates(): {
  readonly stepTemplates: readonly ListedStepTemplate[];
  readonly onSaveStepTemplate: SaveStepTemplateHandler;
} {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["templates", "step"],
    queryFn: ({ signal }) => api().templates.list({ signal }),
    staleTime: 60_000,
  });
  const stepTemplates = useMemo(() => data?.flatMap(listed) ?? NONE, [data]);
  const onSaveStepTemplate = useCallback<SaveStepTemplateHandler>(
    async (content, replaces) => {
      try {
        await api().templates.save("step", content.id, { content: { ...content }, replaces });
      } catch (error) {
        // The designer shows the message: the words of the server in the reader's language.
        throw error instanceof ApiError
          ? new Error([error.problem.detail || error.problem.title, error.problem.fix].join(" "))
          : error;
      }
      await queries.invalidateQueries({ queryKey: ["templates"] });
    },
    [queries],
  );
  return { stepTemplates, onSaveStepTemplate };
}

/** The server keeps only content that is in order. */
function listed(kept: WorkspaceTemplate): ListedStepTemplate[] {
  if (kept.kind !== "step" || kept.content === null) return [];
  return [{ version: kept.version, content: kept.content as unknown as StepTemplate, kept }];
}
