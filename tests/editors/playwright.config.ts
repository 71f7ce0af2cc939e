import { defineConfig } from "@playwright/test";

/** Reading, marking and writing in the real editors, in Chromium, without the extension around it. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/editors",
  fullyParallel: true,
  workers: 2,
  reporter: "line",
});
