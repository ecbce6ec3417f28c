import path from "node:path";
import react from "@vitejs/plugin-react";
import { type Browser, chromium } from "playwright-core";
import { createServer } from "vite";

const ARGUMENTS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Serves the page of the panel alone from source, with a browser for it. */
export async function openPanelPage(): Promise<{
  browser: Browser;
  address: string;
  close(): Promise<void>;
}> {
  const server = await createServer({
    configFile: false,
    root: path.join(import.meta.dirname, "page"),
    cacheDir: path.join(import.meta.dirname, "../../node_modules/.vite-panel"),
    plugins: [react()],
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, fs: { strict: false } },
  });
  await server.listen();
  const executablePath = process.env["CHROMIUM_PATH"];
  const browser = await chromium.launch({ args: ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
  return {
    browser,
    address: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
