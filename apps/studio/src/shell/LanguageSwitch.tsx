import { Button } from "@mantine/core";
import { changeLanguage } from "../i18n/i18n.ts";
import { LANGUAGES } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** Names the other language in its own words, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = LANGUAGES.find(({ id }) => id !== language) ?? LANGUAGES[0];
  if (other === undefined) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      lang={other.id}
      className="language-switch"
      onClick={() => changeLanguage(other.id)}
    >
      {other.id === "zh-CN" ? "中文" : other.name}
    </Button>
  );
}
