import type { Expression } from "./expression.ts";
import { bypassed, escaped, looped, row, station, straight, switched, type Track } from "./track.ts";

/** The colours of a diagram, `#rrggbb`. */
export interface RailroadColours {
  readonly ground: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  readonly ruleLine: string;
  readonly mark: string;
  readonly markLine: string;
}

const margin = 16;

/**
 * Draws a rule of the grammar as a railroad diagram.
 *
 * In:     the rule; colours for readers in the light and in the dark.
 * Out:    an SVG document. Round stations are written as they stand, square ones are rules, dashed ones are said in words.
 * Source: N. Wirth's syntax diagrams; a list `a { sep a }` is drawn as one loop.
 */
export const railroad = (
  name: string,
  rule: Expression,
  { light, dark }: { readonly light: RailroadColours; readonly dark: RailroadColours },
): string => {
  const track = row([straight(10), toTrack(rule), straight(10)]);
  const [width, height] = [track.width + 2 * margin, track.up + track.down + 2 * margin];
  const [x, y] = [margin, margin + track.up];
  const end = margin + track.width;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="name">`,
    `<title id="name">${escaped(name)}</title>`,
    `<style>${base}${paint(light)}@media (prefers-color-scheme:dark){${paint(dark)}}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    `<path class="edge" d="M${x} ${y - 8}v16M${end} ${y - 8}v16"/>`,
    ...track.draw(x, y),
    "</svg>\n",
  ].join("\n");
};

const base =
  "path{fill:none;stroke-width:1.5;stroke-linecap:round}rect{stroke-width:1.25}rect.words{stroke-dasharray:4 3}" +
  'text{font:13px "JetBrains Mono",ui-monospace,Menlo,Consolas,monospace}text.words{font-style:italic}';

const paint = (colours: RailroadColours): string =>
  `rect.ground{fill:${colours.ground}}path{stroke:${colours.line}}text{fill:${colours.text}}text.words{fill:${colours.muted}}` +
  `rect.rule{fill:${colours.rule};stroke:${colours.ruleLine}}rect.mark{fill:${colours.mark};stroke:${colours.markLine}}` +
  `rect.words{fill:${colours.ground};stroke:${colours.line}}`;

const toTrack = (expression: Expression): Track => {
  switch (expression.kind) {
    case "mark":
      return station(expression.text, "mark");
    case "name":
      return station(expression.name, "rule");
    case "words":
      return station(expression.text, "words");
    case "all":
      return row(inLoops(expression.parts));
    case "any":
      return switched(expression.parts.map(toTrack));
    case "optional":
      return bypassed(toTrack(expression.part));
    case "repeat":
      return bypassed(looped(toTrack(expression.part)));
  }
};

/** The tracks of a sequence, in which `a { sep a }` and `a { a }` are one loop. */
const inLoops = (parts: readonly Expression[]): readonly Track[] => {
  const tracks: Track[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Expression;
    const next = parts[at + 1];
    const between = next === undefined ? undefined : separatorOf(part, next);
    if (between === undefined) {
      tracks.push(toTrack(part));
    } else {
      // The way back is read from right to left.
      tracks.push(looped(toTrack(part), row(between.toReversed().map(toTrack))));
      at++;
    }
  }
  return tracks;
};

const separatorOf = (item: Expression, next: Expression): readonly Expression[] | undefined => {
  if (next.kind !== "repeat") return undefined;
  const parts = next.part.kind === "all" ? next.part.parts : [next.part];
  return JSON.stringify(parts.at(-1)) === JSON.stringify(item) ? parts.slice(0, -1) : undefined;
};
