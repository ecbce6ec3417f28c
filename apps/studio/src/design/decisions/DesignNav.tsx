import { Link } from "@tanstack/react-router";
import { useDecisionTexts } from "./texts.ts";

/** The parts of the design place: flows, and the decision tables that they share. */
export function DesignNav() {
  const t = useDecisionTexts();
  return (
    <nav className="place-nav" aria-label={t("parts")}>
      <Link to="/design" activeOptions={{ exact: true, includeSearch: false }}>
        {t("flows")}
      </Link>
      <Link to="/decisions" activeOptions={{ includeSearch: false }}>
        {t("title")}
      </Link>
    </nav>
  );
}
