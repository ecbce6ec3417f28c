import { ApiError, type FlowComment } from "@flowright/client";
import type { CommentsHost } from "@flowright/designer";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { useLive } from "../../live/use-live.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useMay, useSession } from "../../session/session-query.ts";

const NONE: FlowComment[] = [];

/** The comments on a flow's drawing, for the designer: kept on the server, live for everybody who has it open. */
export function useFlowComments(flow: string): CommentsHost {
  const client = useQueryClient();
  const nameOf = usePersonName();
  const language = useLanguage();
  const { person } = useSession();
  const mayWrite = useMay("definition.write");
  const key = useMemo(() => ["flow-comments", flow], [flow]);
  const { data = NONE } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api().flowComments.list(flow, { signal }),
  });
  const again = useCallback(() => client.invalidateQueries({ queryKey: key }), [client, key]);
  useLive(`drafts:${flow}`, (changes) => {
    if (changes === null || changes.some(({ kind }) => kind === "comments.changed")) void again();
  });
  return useMemo(() => {
    const told = async <T>(change: Promise<T>): Promise<T> => {
      try {
        return await change;
      } catch (error) {
        throw error instanceof ApiError ? new Error(reasonOf(error, language)) : error;
      } finally {
        await again();
      }
    };
    const calls = api().flowComments;
    return {
      comments: data,
      me: person.user,
      mayWrite,
      nameOf,
      add: (what) => told(calls.add(flow, what)),
      change: (id, what) => told(calls.change(flow, id, what)),
      remove: (id) => told(calls.remove(flow, id)),
      seen: () => void calls.seen(flow).then(again, () => undefined),
    };
  }, [data, person.user, mayWrite, nameOf, flow, again, language]);
}

function reasonOf({ problem }: ApiError, language: "en" | "zh-CN"): string {
  const space = language === "en" ? " " : "";
  return `${problem.detail || problem.title}${space}${problem.fix}`;
}
