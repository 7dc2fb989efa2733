import type { StyleValues } from "../language/styles.ts";
import type { Mark } from "../layout/scene.ts";
import type { Paint } from "../theme/theme.ts";
import { number } from "./number.ts";

/**
 * What the author's `style.*` means for one mark, as attributes: a `style`, which wins over the style sheet, and a radius.
 *
 * In:   values that were checked against `language/styles.ts`; each is checked again here, since it is copied into the
 *       picture. Keys that change widths (`font-size`, `text-transform`, `font: mono`) came in with the layout; those that
 *       need shadows or textures (`shadow`, `3d`, `fill-pattern`) have no picture here.
 */
export const authorStyle = (
  style: StyleValues,
  mark: Mark,
  paint: Paint,
): Readonly<Record<string, string>> => {
  const declarations = (mark.kind === "text" ? textStyle(style) : shapeStyle(style, mark, paint)).filter(
    (one) => one !== "",
  );
  const radius = style["border-radius"];
  return {
    ...(mark.kind === "rect" && typeof radius === "number" && { rx: number(Math.max(radius, 0)) }),
    ...(declarations.length > 0 && { style: declarations.join(";") }),
  };
};

const textStyle = (style: StyleValues): readonly string[] => [
  colour("fill", style["font-color"]),
  style.bold === true ? "font-weight:600" : style.bold === false ? "font-weight:400" : "",
  style.italic === true ? "font-style:italic" : style.italic === false ? "font-style:normal" : "",
  style.underline === true ? "text-decoration:underline" : "",
];

/** An area has an outline or is a box; what is filled without either is an arrowhead, and takes its line's `stroke`. */
const shapeStyle = (style: StyleValues, mark: Mark, paint: Paint): readonly string[] => {
  const isArea = paint.stroke !== undefined || mark.kind === "rect";
  return [
    paint.fill === undefined ? "" : colour("fill", isArea ? style.fill : style.stroke),
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
