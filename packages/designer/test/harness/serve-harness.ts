import path from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds the page for browser tests once (that of this folder unless told otherwise) and serves it on the loopback address. Built, because a page of
 * several hundred modules would be fetched one by one for every test.
 */
export async function serveHarness(root = ROOT): Promise<{ readonly url: string; close(): Promise<void> }> {
  const name = root === ROOT ? ".harness" : `.harness-${path.basename(path.dirname(root))}`;
  const outDir = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  const common = { root, configFile: false as const, logLevel: "error" as const };
  await build({ ...common, plugins: [react()], build: { outDir, emptyOutDir: true, minify: false } });
  const server = await preview({ ...common, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
