import { ApiError } from "@flowright/client";
import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { attemptKey } from "../../parts/attempt-key.ts";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import type { Autosave } from "../save/autosave.ts";
import { usePublishTexts } from "./texts.ts";

interface UsePublish {
  readonly definition: WorkflowDefinition;
  readonly autosave: Autosave | null;
  onPublished(): void;
}

/** Publishes a flow once its draft is saved, and says so with the ways on from there. */
export function usePublish({ definition, autosave, onPublished }: UsePublish) {
  const t = usePublishTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const mayMonitor = useMay("instance.read", "instance.operate");
  const mayStart = useMay("instance.start");
  const attempt = useRef<{ key: string; body: string } | null>(null);

  const mutation = useMutation({
    mutationFn: async ({ note, reason }: { note: string; reason: string | null }) => {
      if (autosave !== null && !(await autosave.flush())) return null;
      const body = { definition, note, ...(reason === null ? {} : { override: { reason } }) };
      // Sent twice, e.g. after a lost answer, the same attempt publishes once.
      const text = JSON.stringify(body);
      if (attempt.current?.body !== text) attempt.current = { key: attemptKey(), body: text };
      return api().definitions.publish(body, { idempotencyKey: attempt.current.key });
    },
    onSuccess: (published) => {
      if (published === null) return;
      const { id, version } = published;
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      void queries.invalidateQueries({ queryKey: ["definition", id] });
      void autosave?.published(version);
      const startable = definition.nodes.some(
        (node) => node.kind === "start" && node.trigger?.type !== "message",
      );
      notifications.show({
        autoClose: 12_000,
        title: t("published", { flow: textOf(definition.name, language) || id, version }),
        message: (
          <span className="publish-links">
            {mayMonitor && (
              <Way
                href={`/monitor?flow=${encodeURIComponent(id)}`}
                onFollow={() => void navigate({ to: "/monitor", search: { flow: id } })}
              >
                {t("toMonitor")}
              </Way>
            )}
            {mayStart && startable && (
              <Way
                href={`/start/${encodeURIComponent(id)}`}
                onFollow={() => void navigate({ to: "/start/$definitionId", params: { definitionId: id } })}
              >
                {t("toStart")}
              </Way>
            )}
          </span>
        ),
      });
      onPublished();
    },
  });

  return {
    run: (note: string, reason: string | null) => mutation.mutate({ note, reason }),
    busy: mutation.isPending,
    /** The draft could not be saved, so nothing was published. */
    unsaved: mutation.data === null,
    error: mutation.error,
    /** What the server found wrong beyond what is found here. */
    refusal: problemsOf(mutation.error),
  };
}

/** Toasts hang outside of the routes, so their links are followed by hand. */
function Way({ href, onFollow, children }: { href: string; onFollow(): void; children: string }) {
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onFollow();
      }}
    >
      {children}
    </a>
  );
}

function problemsOf(error: unknown): readonly Problem[] | null {
  const problems = error instanceof ApiError ? error.problem.problems : undefined;
  return problems === undefined || problems.length === 0 ? null : problems;
}
