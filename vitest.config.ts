import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps,examples}/*/{src,test}/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["scripts/test-database.ts"],
    testTimeout: 20_000,
    // Two, however many cores there are: more real servers, browsers and databases beside each other would measure each
    // other's hunger; with one, half the machine waits for browsers.
    maxWorkers: 2,
    // A machine that several jobs share can starve a browser for seconds; what is tried again is shown as such.
    retry: process.env.CI ? 1 : 0,
  },
});
