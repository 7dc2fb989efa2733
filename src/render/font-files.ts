import { nodeParts } from "./node-parts.ts";

/**
 * Where the fonts are that PNG and PDF bring along.
 *
 * The built package keeps them in `dist/fonts`, one level above the command's files.
 */
export const fontFiles = (): Readonly<Record<FontFile, string>> => {
  const { fs, url, here } = nodeParts();
  const folder = ["./fonts/", "../fonts/", "../text/fonts/"]
    .map((path) => new URL(path, here))
    .find((each) => fs.existsSync(new URL("SlantInter-Regular.ttf", each)));
  if (folder === undefined) throw new Error("the fonts of the package are missing");
  const pathOf = (name: FontFile): string => url.fileURLToPath(new URL(`Slant${name}.ttf`, folder));
  return Object.fromEntries(names.map((name) => [name, pathOf(name)])) as Record<FontFile, string>;
};

const names = ["Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Italic", "Mono-Regular"] as const;

export type FontFile = (typeof names)[number];
