// Runs before the first paint, so that a dark page never flashes white. A file of its own: the policy of the
// pages allows no inline script.
(() => {
  const root = document.documentElement;
  let scheme = "auto";
  try {
    scheme = localStorage.getItem("flowright.color-scheme") ?? "auto";
  } catch {
    // Storage may be switched off; the system's choice holds then.
  }
  const dark = scheme === "dark" || (scheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
