import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps,examples}/*/{src,test}/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["scripts/test-database.ts"],
    testTimeout: 20_000,
    // Real servers, browsers and databases beside each other on two cores would measure each other's hunger.
    maxWorkers: 1,
    // A machine that several jobs share can starve a browser for seconds; what is tried again is shown as such.
    retry: process.env.CI ? 1 : 0,
  },
});
