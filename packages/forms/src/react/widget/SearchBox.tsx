import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

interface Option {
  readonly key: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface SearchBoxProps extends Omit<WidgetProps, "field" | "value" | "onChange"> {
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

const MOST_SHOWN = 100;

/** A combobox: the list opens below the text, typing narrows it, arrows and Enter choose. */
export function SearchBox({ id, options, chosen, onChoose, label, ...rest }: SearchBoxProps) {
  const { t } = useForm();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const chosenText = options.find((option) => option.key === chosen)?.text ?? "";
  const found = query === null ? [] : narrowed(options, query);
  const open = query !== null;
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [open, active]);

  const choose = (option: Option | undefined) => {
    if (option) onChoose(option.key);
    setQuery(null);
  };
  const show = () => {
    setQuery("");
    setActive(
      Math.max(
        0,
        options.slice(0, MOST_SHOWN).findIndex((option) => option.key === chosen),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return show();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(Math.min(Math.max(active + step, 0), found.length - 1));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setQuery(null);
    }
  };
  const name = rest.ariaLabel ?? label;
  return (
    <span className="fw-form-search">
      <input
        id={id}
        className="fw-form-control"
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${id}-option-${active}` : undefined}
        aria-label={rest.ariaLabel}
        aria-invalid={rest.invalid || undefined}
        aria-required={rest.required || undefined}
        aria-describedby={rest.describedBy}
        autoComplete="off"
        placeholder={open ? chosenText || t("search") : t("choose")}
        value={query ?? chosenText}
        onClick={() => !open && show()}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setQuery(null)}
      />
      {chosen !== null && (
        <button
          type="button"
          className="fw-form-icon fw-form-search-clear"
          onClick={() => onChoose(null)}
          aria-label={t("clearOf", { label: name })}
        >
          ×
        </button>
      )}
      {open && (
        <div className="fw-form-options" id={`${id}-list`} role="listbox" aria-label={name} ref={list}>
          {found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys.
            <div
              key={option.key}
              id={`${id}-option-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.key === chosen}
              className={index === active ? "fw-form-active" : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.text}</span>
              {option.hint && <small>{option.hint}</small>}
            </div>
          ))}
          {found.length === 0 && <div className="fw-form-nothing">{t("nothingFound")}</div>}
        </div>
      )}
    </span>
  );
}

function narrowed(options: readonly Option[], query: string): readonly Option[] {
  const words = query.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (option: Option) => {
    const text = `${option.text} ${option.hint ?? option.key}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return options.filter(holds).slice(0, MOST_SHOWN);
}
