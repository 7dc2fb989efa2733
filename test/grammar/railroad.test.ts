import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { any, type Expression, mark, optional, repeat, words } from "../../grammar/make/expression.ts";
import { drawnRules, grammarPage } from "../../grammar/make/grammar-page.ts";
import { type RailroadColours, railroad } from "../../grammar/make/railroad.ts";
import { dark } from "../../src/theme/dark.ts";
import { light } from "../../src/theme/light.ts";
import type { Theme } from "../../src/theme/theme.ts";

const coloursOf = ({ colours }: Theme): RailroadColours => ({
  ground: colours.ground,
  line: colours.muted,
  text: colours.ink,
  muted: colours.muted,
  rule: colours.head,
  ruleLine: colours.line,
  mark: colours["accent-soft"],
  markLine: colours["accent-line"],
});

const draw = (name: string, rule: Expression): string =>
  railroad(name, rule, { light: coloursOf(light), dark: coloursOf(dark) });

describe("docs/grammar is up to date (`npm run grammar` writes it):", () => {
  test.each(drawnRules)("%s.svg", async (name, rule) => {
    await expect(draw(name, rule)).toMatchFileSnapshot(`../../docs/grammar/${name}.svg`);
  });

  test("README.md", async () => {
    await expect(grammarPage()).toMatchFileSnapshot("../../docs/grammar/README.md");
  });

  test("and holds nothing else", () => {
    const names = ["README.md", ...drawnRules.map(([name]) => `${name}.svg`)];
    expect(readdirSync("docs/grammar").toSorted()).toEqual(names.toSorted());
  });
});

/** Every place in a picture that is drawn: corners of stations, ends and bends of lines. */
const placesIn = (svg: string): readonly (readonly [x: number, y: number])[] => [
  ...Array.from(
    svg.matchAll(
      /<rect class="(?:mark|rule|words)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
    ),
  ).flatMap(
    ([, x, y, width, height]) =>
      [
        [Number(x), Number(y)],
        [Number(x) + Number(width), Number(y) + Number(height)],
      ] as const,
  ),
  ...Array.from(svg.matchAll(/ d="([^"]+)"/g)).flatMap(([, path = ""]) => {
    let [x, y] = [0, 0];
    return Array.from(path.matchAll(/([Mhva])([^Mhva]*)/g), ([, command, numbers = ""]) => {
      const values = numbers.trim().split(/\s+/).map(Number);
      if (command === "M") [x = 0, y = 0] = values;
      if (command === "h") x += values[0] ?? 0;
      if (command === "v") y += values[0] ?? 0;
      if (command === "a") [x, y] = [x + (values[5] ?? 0), y + (values[6] ?? 0)];
      return [x, y] as const;
    });
  }),
];

test.each(drawnRules)("the picture of %s holds all that it draws", (name, rule) => {
  const svg = draw(name, rule);
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const places = placesIn(svg);
  expect(places.length).toBeGreaterThan(3);
  expect(
    places.filter(([x, y]) => !(x >= 8 && y >= 8 && x <= (width ?? 0) - 8 && y <= (height ?? 0) - 8)),
  ).toEqual([]);
});

test("stations say what they stand for", () => {
  const svg = draw("a<b", any(mark("<&>"), "rule", words("a thing"), optional(repeat("again"))));
  expect(svg).toContain('<title id="name">a&lt;b</title>');
  expect(svg).toMatch(/<text class="mark"[^>]*>&lt;&amp;&gt;<\/text>/);
  expect(svg).toMatch(/<text class="rule"[^>]*>rule<\/text>/);
  expect(svg).toMatch(/<text class="words"[^>]*>a thing<\/text>/);
});
