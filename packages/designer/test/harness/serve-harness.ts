import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer } from "vite";

/** Serves the page for browser tests on the loopback address; `close` ends it. */
export async function serveHarness(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    // A cache of its own: several servers of this workspace may run at the same time.
    cacheDir: fileURLToPath(new URL("../../node_modules/.vite-harness", import.meta.url)),
    plugins: [react()],
    server: {
      host: "127.0.0.1",
      port: 0,
      hmr: false,
      watch: null,
      fs: { allow: [fileURLToPath(new URL("../../../..", import.meta.url))] },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
