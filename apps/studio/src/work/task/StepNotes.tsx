import type { TaskDetail } from "@flowright/client";
import { type NoteBlock, type NoteSpan, noteParts } from "@flowright/definition";
import { IconNote } from "@tabler/icons-react";
import { useTaskTexts } from "./texts.ts";

/** What the flow's designer wrote for those who do this step. */
export function StepNotes({ task }: { readonly task: TaskDetail }) {
  const t = useTaskTexts();
  const notes = (task.definition.drawing?.notes ?? []).filter(
    (note) => note.inTasks === true && note.about?.includes(task.node) && note.text.trim() !== "",
  );
  if (notes.length === 0) return null;
  return (
    <section className="task-notes" aria-label={t("notes")}>
      {notes.map((note) => (
        <div key={note.id} className="task-note">
          <IconNote size={16} aria-hidden="true" />
          <div>
            {numbered(noteParts(note.text)).map(({ key, value }) => (
              <Block key={key} block={value} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Block({ block: { type, lines } }: { readonly block: NoteBlock }) {
  const rows = numbered(lines).map(({ key, value }) => ({ key, words: <Spans spans={value} /> }));
  if (type === "heading") return <strong>{rows.map(({ words }) => words)}</strong>;
  if (type === "paragraph") {
    return (
      <p>
        {rows.map(({ key, words }) => (
          <span key={key} className="task-note-line">
            {words}
          </span>
        ))}
      </p>
    );
  }
  const points = rows.map(({ key, words }) => <li key={key}>{words}</li>);
  return type === "list" ? <ul>{points}</ul> : <ol>{points}</ol>;
}

function Spans({ spans }: { readonly spans: readonly NoteSpan[] }) {
  return numbered(spans).map(({ key, value: { text, style, link } }) => {
    if (link !== undefined) {
      return (
        <a key={key} href={link} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      );
    }
    if (style === "strong") return <strong key={key}>{text}</strong>;
    if (style === "emphasis") return <em key={key}>{text}</em>;
    return style === "code" ? <code key={key}>{text}</code> : <span key={key}>{text}</span>;
  });
}

/** The parts of a text have no other names than their numbers. */
function numbered<T>(values: readonly T[]): readonly { readonly key: number; readonly value: T }[] {
  return values.map((value, key) => ({ key, value }));
}
