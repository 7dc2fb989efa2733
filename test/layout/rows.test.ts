import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { placeColumns } from "../../src/layout/sequence/columns.ts";
import { demandsOf } from "../../src/layout/sequence/demands.ts";
import { barLevels } from "../../src/layout/sequence/levels.ts";
import { fall } from "../../src/layout/sequence/place-message.ts";
import { plan as planOf } from "../../src/layout/sequence/plan.ts";
import { placeRows } from "../../src/layout/sequence/rows.ts";
import { order as orderOf } from "../../src/order/order.ts";
import { predecessors } from "../../src/order/predecessors.ts";
import { style } from "../../src/theme/style.ts";
import { flowTexts } from "../generated/flow-text.ts";

vi.setConfig({ testTimeout: 60_000 });

const laidOut = (text: string) => {
  const { flow } = compile({ name: "flow.slant", text });
  const order = orderOf(flow);
  const plan = planOf(flow, style);
  const demands = demandsOf(flow, plan);
  const gaps = demands.gaps.map(({ left, right, width }) => ({ left: left + 1, right: right + 1, width }));
  const places = placeColumns(plan.lifelines.length + 2, style.margin, gaps);
  const x = places.slice(1, -1);
  const width = (places[places.length - 1] as number) + style.margin;
  return {
    flow,
    order,
    plan,
    x,
    rows: placeRows(flow, plan, demands, order, barLevels(order), x, width, 100),
  };
};

const rowOf = (placed: ReturnType<typeof laidOut>, label: string) => {
  const message = placed.flow.messages.find((each) => each.label?.text === label);
  const row = placed.rows.messages.find((each) => each.message === message?.index);
  if (!row) throw new Error(`no message is called ${label}`);
  return row;
};

test("no receipt is above its send, and asynchronous ones fall by 14 px and 6 degrees up to 64 px", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { flow, rows } = laidOut(text);
      for (const row of rows.messages) {
        expect(row.y2).toBeGreaterThanOrEqual(row.y1);
        const message = flow.messages[row.message];
        if (row.course === "loop" || message?.kind !== "send" || message.attributes.lost) continue;
        const span = Math.abs(row.x2 - row.x1);
        const needed = Math.min(64, Math.max(14, span * Math.tan((6 * Math.PI) / 180)));
        expect(row.y2 - row.y1).toBeGreaterThanOrEqual(needed - 1e-6);
      }
    }),
    { numRuns: 200 },
  );
});

test("on one lifeline, written order is drawn order", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { order, rows } = laidOut(text);
      for (const occurrences of order.onLifeline) {
        const heights = occurrences
          .map((each) => rows.places[each] as number)
          .filter((y) => !Number.isNaN(y));
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

test("heights keep every edge of the order's graph of rows", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { order, rows } = laidOut(text);
      for (const edge of predecessors(order).into.flatMap((edges) => edges ?? [])) {
        const [above, below] = [rows.places[edge.from] as number, rows.places[edge.to] as number];
        if (!Number.isNaN(above) && !Number.isNaN(below))
          expect([edge.why, below >= above]).toEqual([edge.why, true]);
      }
    }),
    { numRuns: 200 },
  );
});

test("statements never start above earlier ones", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { flow, rows } = laidOut(text);
      const starts = flow.messages
        .map(({ index }) => rows.messages.find(({ message }) => message === index)?.y1)
        .filter((y) => y !== undefined);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test("a frame contains the rows of all that it frames, and frames nest with a gap", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { flow, rows, order } = laidOut(text);
      const boxes = new Map(rows.frames.map(({ fragment, box }) => [fragment, box]));
      const inside = (flow: Flow, fragment: number, of: readonly { readonly fragment: number }[]): boolean =>
        of.some((each) => each.fragment === fragment) && flow.fragments.length > 0;
      for (const { fragment, box } of rows.frames) {
        for (const { index, within, kind } of order.occurrences) {
          const y = rows.places[index] as number;
          if (!inside(flow, fragment, within) || Number.isNaN(y) || kind === "decide") continue;
          expect(y).toBeGreaterThanOrEqual(box.y);
          expect(y).toBeLessThan(box.y + box.height);
        }
        for (const outer of flow.fragments[fragment]?.within ?? []) {
          const around = boxes.get(outer.fragment);
          if (!around) continue;
          expect(box.x - around.x).toBeGreaterThanOrEqual(4);
          expect(box.y - around.y).toBeGreaterThanOrEqual(4);
          expect(around.x + around.width - box.x - box.width).toBeGreaterThanOrEqual(4);
          expect(around.y + around.height - box.y - box.height).toBeGreaterThanOrEqual(4);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("taking an asynchronous message out never moves its sender's next statement, its label's height aside", () => {
  const targets = fc.record({
    far: fc.integer({ min: 1, max: 5 }),
    next: fc.constantFrom("call", "send", "self"),
    to: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(targets, ({ far, next, to }) => {
      fc.pre(to !== far);
      const heads = ["a", "b", "c", "d", "e", "f"].map((key) => `${key}: ${key}\n`).join("");
      const keys = ["a", "b", "c", "d", "e", "f"];
      const follow =
        next === "self" ? "a -> a: next" : `a ${next === "call" ? "->" : "~>"} ${keys[to]}: next`;
      const before = `${heads}a ~> b: first\nb ~> a: back\n`;
      const flight = laidOut(`${before}a ~> ${keys[far]}: flight\n${follow}\n`);
      const without = laidOut(`${before}${follow}\n`);
      const label = rowOf(flight, "flight").label;
      const turned =
        ((label?.words.width ?? 0) + 60) * Math.sin((Math.abs(label?.rotate ?? 0) * Math.PI) / 180);
      const moved = rowOf(flight, "next").y1 - rowOf(without, "next").y1;
      expect(moved).toBeLessThanOrEqual((label?.words.height ?? 0) + turned + style.step);
    }),
    { numRuns: 100 },
  );
});

describe("what a sender does next stands beside its message's flight", () => {
  test("a reply is drawn above the receipt of a message that was sent before it", () => {
    const placed = laidOut(
      "web: Web\napi: API\nmid: Middle\njobs: jobs { kind: queue }\nweb -> api: POST\napi ~> jobs: flight\napi --> web: answer\n",
    );
    expect(rowOf(placed, "answer").y1).toBeLessThan(rowOf(placed, "flight").y2);
  });
});

test("rows without words are the longest paths of the order's graph of rows, to the pixel", () => {
  const keys = ["a", "b", "c", "d"];
  const step = fc.record({
    from: fc.integer({ min: 0, max: 3 }),
    hop: fc.integer({ min: 1, max: 3 }),
    arrow: fc.constantFrom("->", "~>", "<->", "-->"),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const heads = keys.map((key) => `${key}: ${key}\n`).join("");
      const lines = steps.map(({ from, hop, arrow }) => `${keys[from]} ${arrow} ${keys[(from + hop) % 4]}`);
      const { flow, order, rows } = laidOut(`${heads}${lines.join("\n")}\n`);
      const graph = predecessors(order);
      const drop = (occurrence: number): number => {
        const message = order.occurrences[occurrence]?.message;
        const placed = rows.messages.find((each) => each.message === message);
        return fall(style, Math.abs((placed?.x2 ?? 0) - (placed?.x1 ?? 0)));
      };
      const expected = new Map<number, number>();
      for (const row of graph.rows) {
        const slants = flow.messages[order.occurrences[row]?.message ?? -1]?.kind === "send";
        const isReceipt = slants && order.occurrences[row]?.kind === "receipt";
        let y = isReceipt ? 0 : 100 + style.step;
        for (const { from, why, after } of graph.into[row] ?? []) {
          const weight = { lifeline: 10, reading: style.step, flight: drop(after) }[why];
          y = Math.max(y, (expected.get(from) as number) + weight);
        }
        expected.set(row, y);
      }
      for (const row of graph.rows) expect(rows.places[row]).toBeCloseTo(expected.get(row) as number, 6);
    }),
    { numRuns: 200 },
  );
});
