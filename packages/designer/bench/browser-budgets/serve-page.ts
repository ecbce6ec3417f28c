import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";

/** Builds the page as it would be shipped, and serves it on the loopback address. */
export async function servePage(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const root = fileURLToPath(new URL("./page", import.meta.url));
  const outDir = fileURLToPath(new URL("../../node_modules/.budgets", import.meta.url));
  const common = { root, configFile: false as const, logLevel: "error" as const };
  await build({
    ...common,
    plugins: [react()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const address = server.httpServer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
