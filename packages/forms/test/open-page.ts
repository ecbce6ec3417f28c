import path from "node:path";
import react from "@vitejs/plugin-react";
import { type Browser, chromium } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";

const ARGUMENTS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

interface PageServer {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page of this folder from source and starts a browser for it. */
export async function openPageServer(): Promise<PageServer> {
  const server: ViteDevServer = await createServer({
    configFile: false,
    root: path.join(import.meta.dirname, "page"),
    cacheDir: path.join(import.meta.dirname, "../node_modules/.vite-page"),
    plugins: [react()],
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, fs: { strict: false } },
  });
  await server.listen();
  const executablePath = process.env["CHROMIUM_PATH"];
  const browser = await chromium.launch({ args: ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
  const address = server.resolvedUrls?.local[0] ?? "";
  return {
    browser,
    address,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
