import { defineConfig } from "vite";

export default defineConfig({
  build: {
    rolldownOptions: { input: ["index.html", "everything.html"] },
    // A strict policy allows no inline script, and a preload polyfill would be one.
    modulePreload: { polyfill: false },
  },
});
