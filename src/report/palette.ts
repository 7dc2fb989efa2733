import type { Severity } from "../source/diagnostic.ts";

/** What a terminal's colours mean here; every entry wraps a text or leaves it alone. */
export type Palette = Readonly<Record<Severity | "strong" | "faint" | "good", (text: string) => string>>;

/** Select Graphic Rendition codes: on, off (ECMA-48, 8.3.117). */
const codes = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  good: [32, 39],
  strong: [1, 22],
  faint: [2, 22],
} as const satisfies Record<keyof Palette, readonly [number, number]>;

const painter =
  ([on, off]: readonly [number, number]) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

export const coloured: Palette = {
  error: painter(codes.error),
  warning: painter(codes.warning),
  info: painter(codes.info),
  good: painter(codes.good),
  strong: painter(codes.strong),
  faint: painter(codes.faint),
};

const asIs = (text: string): string => text;

export const plain: Palette = {
  error: asIs,
  warning: asIs,
  info: asIs,
  good: asIs,
  strong: asIs,
  faint: asIs,
};
