import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.FLOWRIGHT_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: "es2023",
    // Browsers with `light-dark()`: the stand-in for it that older ones would get breaks the forms' colours.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    outDir: "dist",
    emptyOutDir: true,
    // The pages' policy allows no inline script, and a preload polyfill would be one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: server, ws: true }, "/health": { target: server } },
  },
});
