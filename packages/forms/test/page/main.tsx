import "../../src/style.css";
import { createRoot } from "react-dom/client";
import { FormPage } from "./FormPage.tsx";

const query = new URLSearchParams(location.search);
const language = query.get("language") === "zh-CN" ? "zh-CN" : "en";
const theme = query.get("theme") === "dark" ? "dark" : "light";
document.documentElement.lang = language;
document.documentElement.style.colorScheme = theme;
document.body.style.cssText = "margin: 0; padding: 16px; background: light-dark(#fff, #17191d)";
const root = createRoot(document.getElementById("root") as HTMLElement);
if (query.get("show") === "builder") {
  const { BuilderPage } = await import("./BuilderPage.tsx");
  root.render(<BuilderPage language={language} />);
} else root.render(<FormPage language={language} readOnly={query.has("read")} />);
