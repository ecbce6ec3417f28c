import path from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { builtOnce } from "./built-once.ts";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/**
 * Serves the page for browser tests (that of this folder unless told otherwise) on the loopback address. Built, because
 * a page of several hundred modules would be fetched one by one for every test; and built once for all tests that run
 * on the same sources, as none may take away what another is just looking at. `built` is a page of before.
 */
export async function serveHarness(
  root = ROOT,
  built?: string,
): Promise<{ readonly url: string; readonly folder: string; close(): Promise<void> }> {
  const name = root === ROOT ? "harness" : path.basename(path.dirname(root));
  const common = { root, configFile: false as const, logLevel: "error" as const };
  const outDir =
    built ??
    (await builtOnce(name, (folder) =>
      build({ ...common, plugins: [react()], build: { outDir: folder, emptyOutDir: true, minify: false } }),
    ));
  const server = await preview({ ...common, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, folder: outDir, close: () => server.close() };
}
