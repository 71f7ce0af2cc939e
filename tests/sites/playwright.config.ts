import { defineConfig } from "@playwright/test";

/** The replicas by themselves, without the extension: in Chromium, and in Firefox by its own spec. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/sites",
  fullyParallel: true,
  workers: 2,
  reporter: "line",
});
