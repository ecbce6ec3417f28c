import type { WorkspaceTemplate } from "@flowright/client";
import type { FlowTemplate } from "@flowright/templates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { builtInTemplates } from "./built-in-templates.ts";

/** A template of the gallery; `kept` is where one of the workspace is kept. */
export interface GalleryTemplate {
  readonly key: string;
  readonly template: FlowTemplate;
  readonly kept: WorkspaceTemplate | null;
}

/** The templates of the product and of the workspace; null until they are there. */
export function useTemplates(wanted = true) {
  return useQuery({
    enabled: wanted,
    queryKey: ["templates", "flow"],
    queryFn: async ({ signal }): Promise<readonly GalleryTemplate[]> => {
      const [builtIn, listed] = await Promise.all([builtInTemplates(), api().templates.list({ signal })]);
      // The check of what is in a template is fetched with the templates, not with the page.
      const { readTemplate } = await import("./read-template.ts");
      const own = await Promise.all(
        listed
          .filter(({ kind }) => kind === "flow")
          .map(({ id }) => api().templates.read("flow", id, { signal })),
      );
      const readable = own.flatMap((kept): GalleryTemplate[] => {
        const { template } = readTemplate(kept.content);
        return template === null ? [] : [{ key: `own:${kept.id}`, template, kept }];
      });
      return [
        ...readable,
        ...builtIn.map((template) => ({ key: `product:${template.id}`, template, kept: null })),
      ];
    },
    staleTime: 60_000,
  });
}

/** Says that the templates of the workspace have changed. */
export function useTemplatesChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ["templates"] });
}
