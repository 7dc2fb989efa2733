import slant from "slant/markdown-it";
import { defineConfig } from "vitepress";

export default defineConfig({
  title: "Flows",
  outDir: "../node_modules/.site",
  cacheDir: "../node_modules/.cache",
  markdown: {
    config: (md) => {
      md.use(slant, { strategy: process.env.STRATEGY ?? "inline-svg" });
    },
  },
});
