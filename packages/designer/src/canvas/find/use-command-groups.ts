import { useEffect, useState } from "react";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { preferences, remember } from "../coach/preferences.ts";
import { keysOf } from "../keys/keys-of.ts";
import { SHORTCUTS, type ShortcutAction } from "../keys/shortcuts.ts";

import { useLexicon } from "../use-lexicon.ts";
import type { CommandGroup, CommandSearch } from "./command-search.ts";
import { FIND_TEXTS } from "./find-texts.ts";
import { fitOf, type Spell, searchable } from "./found-words.ts";
import { useShowPlace } from "./use-show-place.ts";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly keys?: string | undefined;
  run(): void;
}

export interface Choices {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Keys that go from place to place; they mean nothing when chosen from a list. */
const NO_COMMANDS = new Set<ShortcutAction>([
  ...([
    "next",
    "previous",
    "up",
    "down",
    "first",
    "last",
    "leave",
    "commands",
    "moveFar",
    "addBeside",
  ] as const),
  ...(["moveRight", "moveLeft", "moveUp", "moveDown", "region"] as const),
]);
const ENOUGH = 12;
const SETTLE_MILLISECONDS = 150;

/** What the palette offers for a query: recent things first, then commands, steps, and what the page finds. */
export function useCommandGroups(
  query: string,
  spell: Spell | null,
  act: (action: ShortcutAction) => void,
  search: CommandSearch | undefined,
): { readonly groups: readonly Choices[]; readonly busy: boolean } {
  const t = useTexts(FIND_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const definition = useDesigner((state) => state.definition);
  const lexicon = useLexicon();
  const show = useShowPlace();
  const { found, busy } = useSearch(query, search);

  const commands = SHORTCUTS.filter(
    ({ action, reading }, at) =>
      !NO_COMMANDS.has(action) &&
      (!readOnly || reading) &&
      SHORTCUTS.findIndex((each) => each.action === action) === at,
  ).map((shortcut) => ({
    id: `action:${shortcut.action}`,
    label: shortcut.label[language],
    keys: keysOf(shortcut),
    forms: [shortcut.label.en, shortcut.label["zh-CN"]].flatMap((word) => searchable(word, spell)),
    run: () => {
      remember("recentCommands", `action:${shortcut.action}`);
      act(shortcut.action);
    },
  }));
  const steps =
    query.trim() === ""
      ? []
      : [...indexOf(definition).nodes.values()].map(({ node }) => ({
          id: `step:${node.id}`,
          label: stepName(node, lexicon),
          about: elementTypeOf(node).name[language],
          forms: [stepName(node, lexicon), ...(typeof node.name === "object" ? Object.values(node.name) : [])]
            .filter((words): words is string => typeof words === "string")
            .flatMap((words) => searchable(words, spell)),
          run: () => show(node.id),
        }));
  const groups: Choices[] = [];
  if (query.trim() === "") {
    const { recentCommands } = preferences.getState();
    const recent = recentCommands.flatMap((id) => commands.find((each) => each.id === id) ?? []);
    const others = commands.filter((each) => !recent.includes(each));
    groups.push({ id: "recent", name: t("recent"), choices: recent });
    groups.push({ id: "commands", name: t("commands"), choices: others });
  } else {
    groups.push({ id: "commands", name: t("commands"), choices: best(commands, query) });
    groups.push({ id: "steps", name: t("steps"), choices: best(steps, query) });
    for (const { id, name, matched, results } of found) {
      const searched = results.map((each) => ({
        ...each,
        forms: [each.label, ...(each.words ?? [])].flatMap((words) => searchable(words, spell)),
      }));
      groups.push({ id, name: name[language], choices: matched ? results : best(searched, query) });
    }
  }
  return { groups: groups.filter(({ choices }) => choices.length > 0), busy };
}

function best<T extends Choice & { readonly forms: readonly string[] }>(
  all: readonly T[],
  query: string,
): T[] {
  return all
    .map((choice) => ({ choice, fit: fitOf(choice.forms, query) }))
    .filter(({ fit }) => fit !== null)
    .sort((one, other) => (one.fit ?? 0) - (other.fit ?? 0))
    .slice(0, ENOUGH)
    .map(({ choice }) => choice);
}

function useSearch(query: string, search: CommandSearch | undefined) {
  const [answer, setAnswer] = useState<{ query: string; found: readonly CommandGroup[] }>({
    query: "",
    found: [],
  });
  const wanted = query.trim();
  useEffect(() => {
    if (!search || wanted === "") return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, asking.signal).then(
        (found) => !asking.signal.aborted && setAnswer({ query: wanted, found }),
        // The page says itself what went wrong with it; commands and steps are there all the same.
        () => !asking.signal.aborted && setAnswer({ query: wanted, found: [] }),
      );
    }, SETTLE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [search, wanted]);
  const busy = search !== undefined && wanted !== "" && answer.query !== wanted;
  return { found: wanted === "" ? [] : answer.found, busy };
}
