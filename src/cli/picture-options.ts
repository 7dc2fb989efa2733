import { type Command, InvalidArgumentError } from "commander";
import type { DrawOptions } from "../draw.ts";
import { themes } from "../theme/themes.ts";
import { didYouMean } from "./nearest.ts";
import { wholeNumber } from "./whole-number.ts";

/** The options of `slant IN [OUT]` and `slant render`. */
export interface PictureFlags {
  /** A file, or `-`. */
  readonly output?: string;
  readonly outDir?: string;
  readonly format?: PictureFormat;
  readonly theme?: string;
  readonly darkTheme?: string;
  readonly fonts?: "embed" | "system";
  readonly pad?: number;
  readonly background?: string;
  readonly idPrefix?: string;
  readonly title?: string;
  readonly strict?: boolean;
  readonly force?: boolean;
}

/** What a picture can be, by the ending of its file. */
export const pictureFormats = { svg: { ending: ".svg" } } as const;

export type PictureFormat = keyof typeof pictureFormats;

export const addPictureOptions = (command: Command): Command =>
  command
    .option("--format <name>", "of the picture: svg; else the ending of OUT says it", pictureFormat)
    .option("--theme <name>", `colours: ${themeNames.join(", ")}`, themeName)
    .option("--dark-theme <name>", "colours where the reader prefers dark", themeName)
    .option("--fonts <how>", "embed the letters used, or leave them to the system", fonts)
    .option("--pad <px>", "white space around the picture", wholeNumber)
    .option("--background <colour>", "of the paper: a colour, or transparent")
    .option("--id-prefix <text>", "before every id in the picture")
    .option("--title <text>", "instead of the flow's own title")
    .option("--strict", "a warning fails like an error")
    .option("--force", "in spite of errors, draw what was understood");

const themeNames = Object.keys(themes);

const themeName = (typed: string): string => {
  if (Object.hasOwn(themes, typed)) return typed;
  const hint = didYouMean(typed, themeNames) ?? `The themes are ${themeNames.join(", ")}.`;
  throw new InvalidArgumentError(`There is no theme \`${typed}\`. ${hint}`);
};

const fonts = (typed: string): "embed" | "system" => {
  if (typed === "embed" || typed === "system") return typed;
  throw new InvalidArgumentError("It takes embed or system.");
};

/** The format that a name means; other tools' formats are refused in plain words. */
export const pictureFormat = (typed: string): PictureFormat => {
  if (Object.hasOwn(pictureFormats, typed)) return typed as PictureFormat;
  throw new InvalidArgumentError(`This version writes ${Object.keys(pictureFormats).join(", ")} only.`);
};

/** What the drawing stages take of the options. */
export const drawOptionsOf = (flags: PictureFlags): DrawOptions => ({
  ...(flags.theme !== undefined && { theme: flags.theme }),
  ...(flags.darkTheme !== undefined && { darkTheme: flags.darkTheme }),
  ...(flags.fonts !== undefined && { fonts: flags.fonts }),
  ...(flags.pad !== undefined && { pad: flags.pad }),
  ...(flags.background !== undefined && { background: flags.background }),
  ...(flags.idPrefix !== undefined && { idPrefix: flags.idPrefix }),
  ...(flags.title !== undefined && { title: flags.title }),
});
