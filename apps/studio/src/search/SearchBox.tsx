import { ApiError } from "@flowright/client";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { closeSearch } from "./search-dialog.ts";
import { useSearchTexts } from "./texts.ts";
import { type SearchGroup, useSearchGroups } from "./use-search-groups.ts";

const SETTLE = 180;

/** The box and what it finds: arrows choose, Enter opens. */
export function SearchBox() {
  const t = useSearchTexts();
  const prefix = useId();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), SETTLE);
  const [chosen, setChosen] = useState(0);
  const { groups, busy, error } = useSearchGroups(query.trim(), settled);
  const all = groups.flatMap(({ results }) => results);
  const active = Math.min(chosen, all.length - 1);
  const optionId = (index: number) => `${prefix}-${index}`;

  const choose = (index: number) => {
    closeSearch();
    all[index]?.run();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setChosen((active + 1) % Math.max(1, all.length));
    else if (event.key === "ArrowUp") setChosen((active + all.length - 1) % Math.max(1, all.length));
    else if (event.key === "Enter") choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className="search">
      <div className="search-top">
        <IconSearch size={18} aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t("placeholder")}
          aria-expanded={all.length > 0}
          aria-controls={`${prefix}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          placeholder={t("placeholder")}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={pressed}
        />
      </div>
      <div className="search-list" id={`${prefix}-list`} role="listbox" aria-label={t("title")}>
        {groups.map((group, index) => (
          <Group
            key={group.id}
            group={group}
            first={groups.slice(0, index).reduce((sum, { results }) => sum + results.length, 0)}
            active={active}
            optionId={optionId}
            onChoose={choose}
          />
        ))}
      </div>
      <p className="search-note quiet" role="status">
        {all.length > 0
          ? ""
          : busy
            ? t("searching")
            : error === null
              ? t("nothing", { query: query.trim() })
              : t("failed", { reason: error instanceof ApiError ? error.problem.fix : "" })}
      </p>
    </div>
  );
}

interface GroupProps {
  readonly group: SearchGroup;
  /** Place of its first result among all. */
  readonly first: number;
  readonly active: number;
  optionId(index: number): string;
  onChoose(index: number): void;
}

function Group({ group, first, active, optionId, onChoose }: GroupProps) {
  const t = useSearchTexts();
  if (group.results.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from.
    <div role="group" aria-label={t(group.id)}>
      <p className="search-group quiet" aria-hidden="true">
        {t(group.id)}
      </p>
      {group.results.map(({ id, label, about, icon: Icon }, index) => (
        <Option
          key={id}
          id={optionId(first + index)}
          active={first + index === active}
          onChoose={() => onChoose(first + index)}
        >
          {Icon !== undefined && <Icon size={18} aria-hidden="true" />}
          <span className="search-words">
            <span className="cut">{label}</span>
            {about !== undefined && <span className="cut quiet search-about number">{about}</span>}
          </span>
        </Option>
      ))}
    </div>
  );
}

function Option(props: { id: string; active: boolean; onChoose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.active) element.current?.scrollIntoView({ block: "nearest" });
  }, [props.active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and takes the keys.
    <div
      ref={element}
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      className="search-option"
      onClick={props.onChoose}
    >
      {props.children}
    </div>
  );
}
