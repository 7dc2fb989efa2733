import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkSlant from "slant/remark";

export default defineConfig({
  outDir: "./node_modules/.site",
  cacheDir: "./node_modules/.cache",
  integrations: [mdx()],
  markdown: { remarkPlugins: [[remarkSlant, { strategy: process.env.STRATEGY ?? "inline-svg" }]] },
});
