import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import type { Mark } from "../../src/layout/scene.ts";
import { boxesMeet, strokeMeets, type TurnedBox } from "../../src/layout/sequence/turned-box.ts";

type Text = Extract<Mark, { kind: "text" }>;

const scene = (text: string) => {
  const source = { name: "flow.slant", text };
  const { flow, diagnostics } = compile(source);
  expect(diagnostics).toEqual([]);
  return sceneOf(flow, { "flow.slant": text });
};

/** The letters of a text, without the air above and below them. */
const boxOf = ({ x, y, width, size, anchor, rotate = 0 }: Text): TurnedBox => {
  const radians = (rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const along = ({ start: 1, middle: 0, end: -1 }[anchor] * width) / 2;
  const up = size * 0.36;
  return {
    x: x + along * cos + up * sin,
    y: y + along * sin - up * cos,
    halfWidth: width / 2,
    halfHeight: size * 0.4,
    cos,
    sin,
  };
};

const textsOf = (of: ReturnType<typeof scene>): readonly Text[] =>
  of.groups
    .filter(({ role }) => role === "message")
    .flatMap(({ marks }) => marks.filter((mark) => mark.kind === "text"));

const linesOf = (of: ReturnType<typeof scene>) =>
  of.groups
    .filter(({ role }) => role === "message")
    .flatMap(({ marks }) => marks.filter((mark) => mark.kind === "path").slice(0, 1))
    .flatMap(({ commands }) => {
      const [from, to] = commands;
      return from && to && from[0] === "M" && to[0] === "L"
        ? [{ x1: from[1], y1: from[2], x2: to[1], y2: to[2] }]
        : [];
    });

const crossings = (of: ReturnType<typeof scene>): number =>
  textsOf(of)
    .map(boxOf)
    .reduce((sum, box) => sum + linesOf(of).filter((line) => strokeMeets(line, box, 0)).length, 0);

test("messages that overtake each other keep their words apart and off the lines", () => {
  const drawn = scene(`web: Web
api: API
web ~> api: first request { id: one }
web ~> api: second request { id: two }
arrive: two
arrive: one
api ~> web: answer to the second { id: back }
web ~> api: cancel the first { id: cancelled }
arrive: cancelled
arrive: back
`);
  expect(textsOf(drawn).map(({ text }) => text)).toEqual([
    "first request",
    "second request",
    "answer to the second",
    "cancel the first",
  ]);
  expect(linesOf(drawn).length).toBe(4);
  expect(crossings(drawn)).toBe(0);
});

test("where many messages are under way at once, words stand behind their senders", () => {
  const sends = [1, 2, 3, 4, 5, 6].map((at) => `a ~> b: message number ${at} { id: m${at} }\n`);
  const arrivals = [6, 5, 4, 3, 2, 1].map((at) => `arrive: m${at}\n`);
  const drawn = scene(`a: Alpha\nb: Beta\n${sends.join("")}${arrivals.join("")}`);
  expect(crossings(drawn)).toBe(0);
});

test("a line that comes from further up moves the words that it would run through", () => {
  const drawn = scene(`a: Alpha
b: Beta
c: Gamma
a ~> c: far { id: far }
b ~> c: near
c ~> b: back
arrive: far
`);
  expect(crossings(drawn)).toBe(0);
});

test("no two labels of messages meet, however they cross", () => {
  const keys = ["a", "b", "c"];
  const sends = fc.array(
    fc.record({ from: fc.nat({ max: 2 }), hop: fc.integer({ min: 1, max: 2 }), word: fc.nat({ max: 3 }) }),
    { minLength: 2, maxLength: 7 },
  );
  const words = ["go", "order created", "a longer label here", "ok"];
  fc.assert(
    fc.property(sends, fc.infiniteStream(fc.nat()), (list, choices) => {
      const ids = list.map((_, at) => `m${at}`);
      const lines = list.map(
        ({ from, hop, word }, at) =>
          `${keys[from]} ~> ${keys[(from + hop) % 3]}: ${words[word]} ${at} { id: m${at} }\n`,
      );
      const rest = [...ids];
      const arrivals: string[] = [];
      for (const choice of choices) {
        if (rest.length === 0) break;
        arrivals.push(`arrive: ${rest.splice(choice % rest.length, 1)}\n`);
      }
      const drawn = scene(`a: A\nb: B\nc: C\n${lines.join("")}${arrivals.join("")}`);
      const boxes = textsOf(drawn).map(boxOf);
      expect(boxes.length).toBe(list.length);
      boxes.forEach((box, at) => {
        for (const other of boxes.slice(at + 1)) expect(boxesMeet(box, other, 0)).toBe(false);
        expect(box.x - box.halfWidth).toBeGreaterThan(0);
        expect(box.x + box.halfWidth).toBeLessThan(drawn.width);
      });
    }),
    { numRuns: 150 },
  );
});
