import { type NoteBlock, type NoteSpan, noteParts } from "@flowright/definition";

/** A note as it is read. */
export function NoteText({ text }: { readonly text: string }) {
  return (
    <div className="fw-note-text">
      {numbered(noteParts(text)).map(({ key, value }) => (
        <Block key={key} block={value} />
      ))}
    </div>
  );
}

function Block({ block: { type, lines } }: { readonly block: NoteBlock }) {
  const rows = numbered(lines);
  if (type === "heading") {
    return (
      <strong className="fw-note-heading">
        <Spans spans={lines[0] ?? []} />
      </strong>
    );
  }
  if (type === "paragraph") {
    return (
      <p>
        {rows.map(({ key, value }) => (
          <span key={key} className="fw-note-line">
            <Spans spans={value} />
          </span>
        ))}
      </p>
    );
  }
  const points = rows.map(({ key, value }) => (
    <li key={key}>
      <Spans spans={value} />
    </li>
  ));
  return type === "list" ? <ul>{points}</ul> : <ol>{points}</ol>;
}

function Spans({ spans }: { readonly spans: readonly NoteSpan[] }) {
  return numbered(spans).map(({ key, value }) => <Span key={key} span={value} />);
}

/** The parts of a text have no other names than their numbers. */
function numbered<T>(values: readonly T[]): readonly { readonly key: number; readonly value: T }[] {
  return values.map((value, key) => ({ key, value }));
}

function Span({ span }: { readonly span: NoteSpan }) {
  if (span.link !== undefined) {
    return (
      <a href={span.link} target="_blank" rel="noreferrer noopener">
        {span.text}
      </a>
    );
  }
  if (span.style === "strong") return <strong>{span.text}</strong>;
  if (span.style === "emphasis") return <em>{span.text}</em>;
  return span.style === "code" ? <code>{span.text}</code> : span.text;
}
