import { Link } from "@tanstack/react-router";
import { useTemplateTexts } from "../templates/texts.ts";
import { useDecisionTexts } from "./texts.ts";

/** The parts of the design place: flows, what they begin with, and the decision tables that they share. */
export function DesignNav() {
  const t = useDecisionTexts();
  const templates = useTemplateTexts();
  return (
    <nav className="place-nav" aria-label={t("parts")}>
      <Link to="/design" activeOptions={{ exact: true, includeSearch: false }}>
        {t("flows")}
      </Link>
      <Link to="/templates" activeOptions={{ includeSearch: false }}>
        {templates("title")}
      </Link>
      <Link to="/decisions" activeOptions={{ includeSearch: false }}>
        {t("title")}
      </Link>
    </nav>
  );
}
