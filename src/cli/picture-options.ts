import { type Command, InvalidArgumentError } from "commander";
import type { DrawOptions, View } from "../draw.ts";
import { pictureChecks } from "../options.ts";
import { formatNames, type PictureFormat, pictureFormats } from "../picture-formats.ts";
import { themes } from "../theme/themes.ts";
import { wholeNumber } from "./whole-number.ts";

/** The options of `slant IN [OUT]` and `slant render`. */
export interface PictureFlags {
  /** A file, or `-`. */
  readonly output?: string;
  readonly outDir?: string;
  readonly format?: PictureFormat;
  readonly view?: View;
  readonly theme?: string;
  readonly darkTheme?: string;
  readonly fonts?: "embed" | "system";
  readonly pad?: number;
  readonly background?: string;
  readonly idPrefix?: string;
  readonly title?: string;
  readonly scale?: number;
  readonly ascii?: boolean;
  readonly lint?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
}

export const addPictureOptions = (command: Command): Command =>
  addLookOptions(command)
    .option("--id-prefix <text>", "before every id in the picture", reader("idPrefix"))
    .option("--title <text>", "instead of the flow's own title");

/** What several pictures may have in common. */
export const addLookOptions = (command: Command): Command =>
  addPaintOptions(
    command
      .option(
        "--format <name>",
        `of the picture: ${formatNames.join(", ")}; else the ending of OUT says it`,
        pictureFormat,
      )
      .option("--view <name>", "sequence (what happens) or map (who talks with whom)", reader("view")),
  );

/** The same of a picture that has a view and formats of its own. */
export const addPaintOptions = (command: Command): Command =>
  command
    .option("--theme <name>", `colours: ${Object.keys(themes).join(", ")}`, reader("theme"))
    .option("--dark-theme <name>", "colours where the reader prefers dark", reader("darkTheme"))
    .option("--fonts <how>", "embed the letters used, or leave them to the system", reader("fonts"))
    .option("--pad <px>", "white space around the picture", (typed) => checked("pad", wholeNumber(typed)))
    .option("--background <colour>", "of the paper: a colour, or transparent", reader("background"))
    .option("--scale <factor>", "of the picture's size: 2 for a sharp PNG", (typed) =>
      checked("scale", Number(typed)),
    )
    .option("--ascii", "of a text picture: 7 bits only")
    .option("--lint", "show on the picture what `slant lint` finds")
    .option("--strict", "a warning fails like an error")
    .option("--force", "in spite of errors, draw what was understood");

const checked = <T>(option: keyof typeof pictureChecks, value: T): T => {
  const wanted = pictureChecks[option](value);
  if (wanted !== undefined) throw new InvalidArgumentError(`It must be ${wanted}.`);
  return value;
};

const reader =
  (option: keyof typeof pictureChecks) =>
  (typed: string): string =>
    checked(option, typed);

/** The format that a name means; formats of other tools are refused in plain words. */
const pictureFormat = (typed: string): PictureFormat => {
  if (Object.hasOwn(pictureFormats, typed)) return typed as PictureFormat;
  throw new InvalidArgumentError(`This version writes ${formatNames.join(", ")} only.`);
};

/** What the drawing stages take of the options. */
export const drawOptionsOf = (flags: PictureFlags): DrawOptions => ({
  ...(flags.view !== undefined && { view: flags.view }),
  ...(flags.theme !== undefined && { theme: flags.theme }),
  ...(flags.darkTheme !== undefined && { darkTheme: flags.darkTheme }),
  ...(flags.fonts !== undefined && { fonts: flags.fonts }),
  ...(flags.pad !== undefined && { pad: flags.pad }),
  ...(flags.background !== undefined && { background: flags.background }),
  ...(flags.idPrefix !== undefined && { idPrefix: flags.idPrefix }),
  ...(flags.title !== undefined && { title: flags.title }),
  ...(flags.scale !== undefined && { scale: flags.scale }),
  ...(flags.ascii !== undefined && { ascii: flags.ascii }),
});
