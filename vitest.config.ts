import { defineConfig } from "vitest/config";

// A test that needs a document says so in its first line: // @vitest-environment jsdom
export default defineConfig({
  test: {
    include: ["extension/**/*.test.ts", "tests/**/*.test.ts", "crates/wasm/**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**", "target/**"],
    passWithNoTests: true,
  },
});
