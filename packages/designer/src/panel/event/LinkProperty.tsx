import { useTexts } from "../../texts/use-texts.ts";
import { TextProperty } from "../property/TextProperty.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";
import { useNamesInUse } from "./use-names-in-use.ts";

/** The name that joins a jump and the place where it arrives. */
export function LinkProperty(props: {
  readonly at: string;
  readonly name: string;
  readonly onChange: (name: string, typing: string) => void;
}) {
  const t = useTexts(EVENT_TEXTS);
  return (
    <TextProperty
      label={t("linkName")}
      at={props.at}
      help={t("linkHelp")}
      value={props.name}
      suggestions={useNamesInUse("link")}
      onChange={(name) => props.onChange(name, "link-name")}
    />
  );
}
