import { useEffect, useRef, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { isComposing } from "../keys/composing.ts";
import { COMMENT_TEXTS } from "./comment-texts.ts";

interface WriteProps {
  readonly label: string;
  readonly send: string;
  readonly text?: string;
  /** Rejects with what the person should know. */
  readonly onSend: (text: string) => Promise<unknown>;
  readonly onCancel?: () => void;
  readonly focus?: boolean;
}

/** A comment being written; Ctrl+Enter sends it, but not while a Chinese word is composed. */
export function WriteComment({ label, send, text: before = "", onSend, onCancel, focus = true }: WriteProps) {
  const t = useTexts(COMMENT_TEXTS);
  const [text, setText] = useState(before);
  const [state, setState] = useState<"open" | "sending" | string>("open");
  const area = useRef<HTMLTextAreaElement>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    if (focus) area.current?.focus({ preventScroll: true });
    return () => {
      here.current = false;
    };
  }, [focus]);
  const go = async () => {
    if (text.trim() === "" || state === "sending") return;
    setState("sending");
    try {
      await onSend(text.trim());
      if (!here.current) return;
      setText("");
      setState("open");
    } catch (error) {
      // What was written stays in the field.
      if (here.current) setState(error instanceof Error && error.message ? error.message : t("tryAgain"));
    }
  };
  return (
    <form
      className="fw-comment-write"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <textarea
        ref={area}
        aria-label={label}
        placeholder={label}
        rows={3}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void go();
          else if (event.key === "Escape" && onCancel) onCancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {state !== "open" && state !== "sending" && (
        <p className="fw-comment-failed" role="alert">
          {t("failed", { reason: state })}
        </p>
      )}
      <div className="fw-comment-tools">
        {onCancel && (
          <button type="button" className="fw-button" onClick={onCancel}>
            {t("cancel")}
          </button>
        )}
        <button
          type="submit"
          className="fw-button fw-primary"
          disabled={text.trim() === "" || state === "sending"}
        >
          {send}
        </button>
      </div>
    </form>
  );
}
