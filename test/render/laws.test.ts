import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { participantKinds } from "../../src/language/participant-kinds.ts";
import type { Mark, PathCommand } from "../../src/layout/scene.ts";
import { contentHash } from "../../src/render/content-hash.ts";
import { markupOf as markupInPage } from "../../src/render/dom-browser.ts";
import { markupOf, openWindow } from "../../src/render/dom-node.ts";
import { hatch } from "../../src/render/hatch.ts";
import { icons } from "../../src/render/icons.ts";
import { number } from "../../src/render/number.ts";
import { endsOfLine, fitOf, fitted, fittedRect, pointOf } from "../../src/render/on-pixels.ts";
import { safeLink } from "../../src/render/safe-link.ts";
import { light } from "../../src/theme/light.ts";
import { paintRoles } from "../../src/theme/theme.ts";

const place = fc.double({ min: -1e5, max: 1e5, noNaN: true });

test("a link that is let through is read by browsers as the web, as mail, or as a place on this site", () => {
  const base = "https://here.example/docs/page";
  const piece = fc.constantFrom(
    "java",
    "script",
    ":",
    "data",
    "http",
    "s",
    "//",
    "/",
    "\\",
    "\t",
    "\n",
    " ",
    "&#58;",
    "&colon;",
    "?",
    "#",
    "%6a",
    "@",
    "\u0000",
    "\u200b",
    "x",
    "mailto",
    "..",
  );
  const address = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(address, (raw) => {
      const link = safeLink(raw);
      if (link === undefined || !URL.canParse(link, base)) return;
      const { protocol, host } = new URL(link, base);
      expect(["http:", "https:", "mailto:"]).toContain(protocol);
      if (!/^(?:https?|mailto):/i.test(link)) expect(host).toBe("here.example");
    }),
    { numRuns: 5000 },
  );
});

test("numbers are short, and no further than half a hundredth from what was meant", () => {
  fc.assert(
    fc.property(place, (value) => {
      expect(number(value)).toMatch(/^-?(?:[1-9]\d*(?:\.\d{1,2})?|0|\.\d{1,2})$/);
      expect(Math.abs(Number(number(value)) - value)).toBeLessThanOrEqual(0.005001);
    }),
  );
  expect([Number.NaN, Number.POSITIVE_INFINITY, -0, 0.004, -0.004, 0.5, -0.5].map(number)).toEqual([
    "0",
    "0",
    "0",
    "0",
    "0",
    ".5",
    "-.5",
  ]);
});

test("nothing moves by more than half a pixel each way, and small shapes keep their form", () => {
  const roles = fc.constantFrom(...paintRoles);
  const command: fc.Arbitrary<PathCommand> = fc.oneof(
    fc.tuple(fc.constantFrom("M" as const, "L" as const), place, place),
    fc.tuple(fc.constant("Q" as const), place, place, place, place),
    fc.tuple(
      fc.constant("A" as const),
      fc.constant(3),
      fc.constant(4),
      fc.constant(0),
      fc.constant(1),
      place,
      place,
    ),
  );
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.record({
      kind: fc.constant("rect" as const),
      paint: roles,
      x: place,
      y: place,
      width: place,
      height: place,
    }),
    fc.record({
      kind: fc.constant("path" as const),
      paint: roles,
      commands: fc.array(command, { minLength: 1, maxLength: 5 }),
    }),
    fc.record({ kind: fc.constant("circle" as const), paint: roles, x: place, y: place, radius: place }),
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 4 }), (marks) => {
      const pixels = { paint: light.paint, ends: endsOfLine(marks, light.paint) };
      for (const one of marks) {
        if (one.kind === "rect") {
          const [x, y, width, height] = fittedRect(one, pixels);
          const by = [x - one.x, y - one.y, x + width - one.x - one.width, y + height - one.y - one.height];
          // A rectangle's far edge is a sum, and large sums are rounded.
          expect(Math.max(...by.map(Math.abs))).toBeLessThanOrEqual(1 + 1e-6);
          continue;
        }
        const points: readonly (readonly [number, number])[] =
          one.kind === "circle"
            ? [[one.x, one.y]]
            : one.kind === "path"
              ? one.commands.map((command) => pointOf(command) ?? [0, 0])
              : [];
        const [[beginX, beginY] = [0, 0]] = points;
        const fit = fitOf(one, beginX, beginY, pixels);
        const by = points.map(([x, y]) => [fitted(x, fit, fit.dx) - x, fitted(y, fit, fit.dy) - y]);
        expect(Math.max(0, ...by.flat().map(Math.abs))).toBeLessThanOrEqual(0.5 + 1e-6);
        if (!fit.isWhole)
          for (const [dx = 0, dy = 0] of by) {
            expect(dx).toBeCloseTo(fit.dx, 6);
            expect(dy).toBeCloseTo(fit.dy, 6);
          }
      }
    }),
  );
});

test("hatching stays inside its rectangle", () => {
  const side = fc.double({ min: 1, max: 500, noNaN: true });
  const near = fc.double({ min: 0, max: 5000, noNaN: true });
  fc.assert(
    fc.property(near, near, side, side, (x, y, width, height) => {
      const found = hatch(x, y, width, height);
      if (!found) {
        expect(height).toBeLessThan(width + 3);
        return;
      }
      const [, middle = 0, first = 0, way, end = 0] =
        /^M([-\d.]+) ?([-\d.]+)([vV])([-\d.]+)$/
          .exec(found.d)
          ?.map((part, at) => (at === 3 ? part : Number(part))) ?? [];
      const last = (way === "v" ? Number(first) : 0) + Number(end);
      const [across, dash, gap] = (found.declaration.match(/[\d.]+/g) ?? []).map(Number);
      expect(middle).toBeCloseTo(x + width / 2, 1);
      expect(across).toBeCloseTo(width, 1);
      // A dash from edge to edge reaches half a width further up on its right and down on its left.
      expect(Number(first) - Number(middle) - width / 2).toBeGreaterThanOrEqual(y - 0.05);
      expect(last - Number(middle) + width / 2 - (dash ?? 0)).toBeLessThanOrEqual(y + height + 0.05);
      expect((dash ?? 0) + (gap ?? 0)).toBeCloseTo(8, 6);
      expect(y + height - (last - Number(middle) + width / 2)).toBeLessThan(8);
    }),
  );
});

test("both DOMs write the same markup", () => {
  const attributes = fc.dictionary(fc.constantFrom("class", "d", "xml:space", "data-line"), fc.string());
  fc.assert(
    fc.property(attributes, fc.string(), fc.string(), (given, one, other) => {
      const { document } = openWindow() as { document: PageDocument };
      const [outer, inner] = ["g", "text"].map((name) =>
        document.createElementNS("http://www.w3.org/2000/svg", name),
      ) as [PageElement, PageElement];
      for (const [name, value] of Object.entries(given)) outer.setAttribute(name, value);
      inner.textContent = one;
      outer.appendChild(inner);
      outer.appendChild(document.createTextNode(other));
      expect(markupInPage(outer)).toBe(markupOf(outer));
    }),
  );
});

interface PageElement {
  textContent: string;
  setAttribute(name: string, value: string): void;
  appendChild(node: unknown): void;
}
interface PageDocument {
  createElementNS(space: string, name: string): PageElement;
  createTextNode(text: string): unknown;
}

test("a hash is short, of letters and digits, and changes with its text", () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const hash = contentHash(text);
      expect(hash).toMatch(/^[0-9a-z]{7}$/);
      expect(seen.get(hash) ?? text).toBe(text);
      seen.set(hash, text);
    }),
    { numRuns: 2000 },
  );
  expect(new Set(Array.from({ length: 20_000 }, (_, i) => contentHash(`picture ${i}`))).size).toBe(20_000);
});

test("every kind of participant has an icon", () => {
  expect(Object.keys(participantKinds).filter((kind) => !Object.hasOwn(icons, kind))).toEqual([]);
});

test.each(Object.entries(icons))("the icon %s stays on its grid, with its stroke", (_, d) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="${d}" transform="translate(10 10)" fill="none" stroke="#000" stroke-width="1.5"/></svg>`;
  const { x, y, width, height } = new Resvg(svg).getBBox() ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(10);
  expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(30);
  // None is so small beside the others that it would look lighter.
  expect(Math.max(width, height)).toBeGreaterThanOrEqual(11);
});
