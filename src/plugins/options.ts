import type { LintOptions, RenderOptions } from "../index.ts";
import { type Check, checkOptions, compileChecks, flag, oneOf, pictureChecks } from "../options.ts";

type DrawnOptions = "theme" | "view" | "fonts" | "pad" | "background";

/** What the plug-ins of all hosts take. */
export interface PictureOptions extends Pick<RenderOptions, DrawnOptions | "readFile" | "root" | "limits"> {
  /** The picture as a part of the page, or as an `<img>` that holds it. */
  readonly strategy?: "inline-svg" | "img-svg";
  /** On a dark page: the theme's own dark side (`true`, the default), the same as by day (`false`), or another theme. */
  readonly dark?: boolean | string;
  /** Whether rules report what they find: as `lint` does (`true`, the default), not at all, or as its options say. */
  readonly lint?: boolean | Pick<LintOptions, "extends" | "rules">;
  /** Let warnings and findings of rules fail like errors. */
  readonly strict?: boolean;
  /** Gets every warning as a text with its place, besides the host's own channel; that of markdown-it is the console. */
  readonly report?: (message: string) => void;
  /** The class of the `<figure>` around each picture: `slant` if absent. */
  readonly className?: string;
}

const orFlag =
  (check: Check): Check =>
  (value) => {
    const words = typeof value === "boolean" ? undefined : check(value);
    return words && `true, false or ${words}`;
  };

const lintOptions: Check = (value) =>
  typeof value === "object" && value !== null ? undefined : "an object with options of `lint`";

/** Something to be called. */
export const callback: Check = (value) => (typeof value === "function" ? undefined : "a function");

const checks = {
  theme: pictureChecks.theme,
  view: pictureChecks.view,
  fonts: pictureChecks.fonts,
  pad: pictureChecks.pad,
  background: pictureChecks.background,
  ...compileChecks,
  strategy: oneOf(["inline-svg", "img-svg"]),
  dark: orFlag(pictureChecks.theme),
  lint: orFlag(lintOptions),
  strict: flag,
  report: callback,
  className: (value) => (typeof value === "string" ? undefined : "a text"),
} as const satisfies Record<keyof PictureOptions, Check>;

/** Makes sure of a plug-in's options when the host hands them over; `own` are those of this host alone. */
export const checkPlugin = (plugin: string, options: unknown, own: Readonly<Record<string, Check>>): void =>
  checkOptions(plugin, options, { ...checks, ...own });
