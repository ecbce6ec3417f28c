import { Property } from "./Property.tsx";

interface TextPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Values that are in use elsewhere, offered while one is typed. */
  readonly suggestions?: readonly string[] | undefined;
}

/** A plain text that is the same in every language: codes and names of messages. */
export function TextProperty({
  label,
  at,
  value,
  onChange,
  help,
  placeholder,
  suggestions = [],
}: TextPropertyProps) {
  return (
    <Property label={label} at={at} help={help}>
      {({ id, describedBy, invalid, readOnly }) => (
        <>
          <input
            id={id}
            list={suggestions.length > 0 ? `${id}-names` : undefined}
            className="fw-form-control"
            value={value ?? ""}
            placeholder={placeholder}
            readOnly={readOnly}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => onChange(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          {suggestions.length > 0 && (
            <datalist id={`${id}-names`}>
              {suggestions.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Property>
  );
}
