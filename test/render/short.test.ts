import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Group, Mark, PathCommand, Scene } from "../../src/layout/scene.ts";
import { pathData } from "../../src/render/path-data.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { themes } from "../../src/theme/themes.ts";

const place = fc.double({ min: -2000, max: 2000, noNaN: true });
const point = fc.tuple(place, place);
const command: fc.Arbitrary<PathCommand> = fc.oneof(
  point.map(([x, y]): PathCommand => ["M", x, y]),
  point.map(([x, y]): PathCommand => ["L", x, y]),
  fc.tuple(point, point).map(([[a, b], [x, y]]): PathCommand => ["Q", a, b, x, y]),
  fc.tuple(point, point, point).map(([[a, b], [c, d], [x, y]]): PathCommand => ["C", a, b, c, d, x, y]),
  fc
    .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(0, 1), fc.constantFrom(0, 1), point)
    .map(([r, large, sweep, [x, y]]): PathCommand => ["A", r, r, large, sweep, x, y]),
  fc.constant<PathCommand>(["Z"]),
);

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, A: 7, Z: 0 };

/** Reads a path as SVG 2 says (9.3), every place from the origin. */
const read = (data: string): readonly (readonly (string | number)[])[] => {
  const tokens = data.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? [];
  const found: (readonly (string | number)[])[] = [];
  let [x, y, startX, startY, at, letter] = [0, 0, 0, 0, 0, ""];
  while (at < tokens.length) {
    if (/[a-z]/i.test(tokens[at] as string)) letter = tokens[at++] as string;
    else if (letter === "M") letter = "L";
    else if (letter === "m") letter = "l";
    const kind = letter.toUpperCase();
    const values = tokens.slice(at, at + (counts[kind] as number)).map(Number);
    at += values.length;
    const from = letter === kind ? [0, 0] : [x, y];
    if (kind === "Z") [x, y] = [startX, startY];
    else if (kind === "H") x = (from[0] as number) + (values[0] as number);
    else if (kind === "V") y = (from[1] as number) + (values[0] as number);
    else {
      const fixed = kind === "A" ? 5 : 0;
      const places = values.map((value, index) =>
        index < fixed ? value : value + (from[(index - fixed) % 2] as number),
      );
      [x, y] = places.slice(-2) as [number, number];
      values.splice(0, values.length, ...places);
    }
    if (kind === "M") [startX, startY] = [x, y];
    found.push(
      kind === "Z"
        ? ["Z"]
        : [kind === "H" || kind === "V" ? "L" : kind, ...(kind === "H" || kind === "V" ? [x, y] : values)],
    );
  }
  return found;
};

describe("paths", () => {
  test("say the same places, however short they are", () => {
    fc.assert(
      fc.property(point, fc.array(command, { maxLength: 12 }), ([x, y], more) => {
        const commands: readonly PathCommand[] = [["M", x, y], ...more];
        const seen = read(pathData(commands));
        expect(seen.map(([letter]) => letter)).toEqual(commands.map(([letter]) => letter));
        for (const [at, [letter, ...values]] of commands.entries()) {
          const places = (
            letter === "A" ? [...values.slice(0, 2), 0, ...values.slice(2)] : values
          ) as number[];
          for (const [index, value] of places.entries())
            expect(Math.abs((seen[at]?.[index + 1] as number) - value)).toBeLessThan(0.0051);
        }
      }),
    );
  });
});

const line: Mark = {
  kind: "path",
  paint: "call-line",
  commands: [
    ["M", 10, 10],
    ["L", 90, 10],
  ],
};
const head: Mark = {
  kind: "path",
  paint: "call-head",
  commands: [["M", 81, 5], ["L", 90, 10], ["L", 81, 15], ["Z"]],
};
const words: Mark = {
  ...{ kind: "text", paint: "call-text", text: "go", x: 50, y: 5, anchor: "middle" },
  face: "regular",
  size: 13,
  width: 16,
  halo: true,
} as const;
const call: Group = { role: "message", classes: ["message", "call"], line: 3, marks: [line, head, words] };
const scene = (groups: readonly Group[]): Scene => ({
  ...{ width: 100, height: 50, description: "d", lang: "en" },
  groups,
});
const drawn = (...groups: readonly Group[]): string =>
  renderSvg(scene(groups), { ...themes.light, fonts: "system" });

describe("groups that are put together in one way", () => {
  test("have a class, and their elements none", () => {
    const svg = drawn(...Array.from({ length: 9 }, () => call));
    expect(svg).toContain('<g class="slant-message slant-call sl-1" data-line="3"><path d=');
    expect(svg).toMatch(/\.sl-1 path\{stroke:#1a2230;fill:none;stroke-width:1\.5\}/);
    expect(svg).toMatch(/\.sl-1 path\+path\{fill:#1a2230;stroke:none;stroke-width:1\}/);
    expect(svg).toMatch(/\.sl-1 text\{fill:#1a2230;stroke:#ffffff;paint-order:stroke;/);
    expect(svg).not.toContain("sl-call-line");
  });

  test("one alone says it on its elements", () => {
    expect(drawn(call)).toContain('<path class="sl-call-line"');
  });

  test("what elements of one name cannot be told apart by has no form", () => {
    const odd: Group = { ...call, marks: [line, head, line] };
    expect(drawn(...Array.from({ length: 30 }, () => odd))).toContain('<path class="sl-call-head"');
  });
});

test("parts of a drawing that have no name of their own share a group; what has a line does not", () => {
  const bar = (y: number): Group => ({
    ...{ role: "execution", classes: ["execution"] },
    marks: [{ kind: "rect", paint: "execution", x: 5, y, width: 10, height: 9 }],
  });
  expect(drawn(bar(0), bar(20)).match(/<g class="slant-execution/g)).toHaveLength(1);
  expect(drawn(call, call).match(/<g class="slant-message/g)).toHaveLength(2);
});
