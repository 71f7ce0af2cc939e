import { defineConfig } from "@playwright/test";

/** Every test that needs a browser: `npx playwright test --project=NAME`. */
export default defineConfig({
  outputDir: "test-results",
  globalSetup: "./tests/harness/sites.ts",
  workers: 2,
  // Two browsers on two cores: a test that passes on another try is named as flaky in the summary, not hidden.
  retries: process.env.CI === undefined ? 0 : 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  projects: [
    // With Lozenge loaded, on the replicas of the sites.
    { name: "chromium", testDir: "tests/e2e" },
    { name: "firefox", testDir: "tests/e2e" },
    // Chromium alone, piece by piece.
    { name: "replicas", testDir: "tests/sites", fullyParallel: true },
    { name: "editors", testDir: "tests/editors", fullyParallel: true },
    { name: "faces", testDir: "tests/faces", fullyParallel: true },
    { name: "pages", testDir: "tests/pages", fullyParallel: true },
  ],
});
