import type { Comment } from "@flowright/client";
import { Button, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { initialOf } from "../../parts/name-in.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { Moment } from "../../time/Moment.tsx";
import { useCaseTexts } from "../texts.ts";
import "./talk.css";

interface CommentsProps {
  readonly caseId: string;
  /** Written at this task; absent: on the case. */
  readonly taskId?: string;
  readonly comments: readonly Comment[];
  readonly mayWrite: boolean;
}

/** What the people of a case wrote to each other, oldest first, and the place to write. */
export function Comments({ caseId, taskId, comments, mayWrite }: CommentsProps) {
  const t = useCaseTexts();
  const language = useLanguage();
  const person = usePersonName();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: (words: string) =>
      taskId === undefined ? api().instances.comment(caseId, words) : api().tasks.comment(taskId, words),
    onSuccess: () => {
      setText("");
      void queries.invalidateQueries({ queryKey: ["case", caseId] });
      void queries.invalidateQueries({ queryKey: ["task"] });
    },
  });
  const words = text.trim();
  const submit = () => {
    if (words !== "" && !send.isPending) send.mutate(words);
  };

  return (
    <div className="comments">
      {comments.length === 0 && <Text className="quiet">{t("noComments")}</Text>}
      <ul className="comment-list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <span className="comment-mark" aria-hidden="true">
              {initialOf(person(comment.by), language)}
            </span>
            <div className="comment-body">
              <div className="comment-head">
                <strong>{person(comment.by)}</strong>{" "}
                <span className="quiet">
                  <Moment at={comment.at} ago />
                </span>
              </div>
              <p>{comment.text}</p>
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Textarea
            aria-label={t("commentPlaceholder")}
            placeholder={t("commentPlaceholder")}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
            }}
          />
          {send.isError && <ProblemAlert error={send.error} />}
          <Button type="submit" variant="default" mt="xs" disabled={words === ""} loading={send.isPending}>
            {t("commentSend")}
          </Button>
        </form>
      )}
    </div>
  );
}
