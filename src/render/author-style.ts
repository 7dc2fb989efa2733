import type { StyleValues } from "../language/styles.ts";
import type { Mark } from "../layout/scene.ts";
import type { Paint } from "../theme/theme.ts";
import { number } from "./number.ts";

/**
 * What the author's `style.*` means for one mark, as a `style` attribute (it must win over the style sheet), or nothing.
 *
 * In:   values that were checked against `language/styles.ts`; each is checked again here, since it is copied into the
 *       picture. Keys that change widths (`font-size`, `text-transform`, `font: mono`) are the layout's.
 * Out:  declarations in a fixed order.
 */
export const authorStyle = (style: StyleValues, mark: Mark, paint: Paint): string =>
  (mark.kind === "text" ? textStyle(style) : shapeStyle(style, mark, paint))
    .filter((part) => part !== "")
    .join(";");

const textStyle = (style: StyleValues): readonly string[] => [
  colour("fill", style["font-color"]),
  style.bold === true ? "font-weight:600" : style.bold === false ? "font-weight:400" : "",
  style.italic === true ? "font-style:italic" : style.italic === false ? "font-style:normal" : "",
  style.underline === true ? "text-decoration:underline" : "",
];

/** A line takes `stroke`; a filled arrowhead is part of its line, so it takes `stroke` for its fill. */
const shapeStyle = (style: StyleValues, mark: Mark, paint: Paint): readonly string[] => {
  const isArea = (mark.kind === "rect" || mark.kind === "circle") && paint.fill !== undefined;
  const isLine = mark.kind === "path" || mark.kind === "icon";
  return [
    isArea
      ? colour("fill", style.fill)
      : isLine && paint.fill !== undefined
        ? colour("fill", style.stroke)
        : "",
    paint.stroke === undefined ? "" : colour("stroke", style.stroke),
    paint.stroke === undefined || mark.kind === "icon" ? "" : length("stroke-width", style["stroke-width"]),
    paint.stroke === undefined || isHead(mark) ? "" : dashes(style["stroke-dash"]),
  ];
};

const isHead = ({ paint }: Mark): boolean =>
  paint.endsWith("-head") || paint.endsWith("-mark") || paint === "head-icon";

/** `#rrggbbaa` is written as colour and opacity: not every renderer reads eight digits. */
const colour = (property: "fill" | "stroke", value: string | number | boolean | undefined): string => {
  if (typeof value !== "string") return "";
  if (/^[a-z]+$/i.test(value)) return `${property}:${value.toLowerCase() === "transparent" ? "none" : value}`;
  const hex = /^#(?:([0-9a-f]{3,4})|([0-9a-f]{6})([0-9a-f]{2})?)$/i.exec(value);
  if (!hex) return "";
  const long = hex[1]?.replace(/./g, "$&$&") ?? `${hex[2]}${hex[3] ?? ""}`;
  const opacity =
    long.length === 8 ? `;${property}-opacity:${number(Number.parseInt(long.slice(6), 16) / 255)}` : "";
  return `${property}:#${long.slice(0, 6)}${opacity}`;
};

const length = (property: string, value: string | number | boolean | undefined): string =>
  typeof value === "number" && value >= 0 ? `${property}:${number(value)}px` : "";

const dashes = (value: string | number | boolean | undefined): string =>
  typeof value !== "number"
    ? ""
    : value > 0
      ? `stroke-dasharray:${number(value)} ${number(value)}`
      : "stroke-dasharray:none";
