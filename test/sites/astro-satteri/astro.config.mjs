import guide from "./guide.mjs";

export default { ...guide, outDir: "./node_modules/.site", cacheDir: "./node_modules/.cache" };
