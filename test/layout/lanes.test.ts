import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import type { RectMark } from "../../src/layout/scene.ts";

/** What a worker and its senders may do with a queue, without fragments. */
type Deed = "put" | "put late" | "arrive" | "take" | "ack" | "nack";

const deeds = fc.array(fc.constantFrom<Deed>("put", "put late", "arrive", "take", "ack", "nack"), {
  minLength: 1,
  maxLength: 16,
});

/** The text of a flow, and how many messages wait after each of its statements that the queue takes part in. */
const written = (list: readonly Deed[]) => {
  const lines: string[] = [];
  const counts: { readonly label: string; readonly count: number }[] = [];
  const flying: string[] = [];
  let [waiting, unsettled] = [0, 0];
  list.forEach((deed, at) => {
    const label = `step ${at}`;
    const note = (): void => void counts.push({ label, count: waiting });
    if (deed === "put") {
      lines.push(`api ~> jobs: ${label}`);
      waiting++;
      note();
    } else if (deed === "put late") {
      flying.push(`late${at}`);
      lines.push(`api ~> jobs: ${label} { id: late${at} }`);
    } else if (deed === "arrive" && flying.length > 0) {
      const id = flying.shift() as string;
      lines.push(`arrive: ${id}`);
      waiting++;
      counts.push({ label: `step ${id.slice(4)}`, count: waiting });
    } else if (deed === "take" && waiting > 0) {
      lines.push(`jobs ~> worker: ${label}`);
      waiting--;
      unsettled++;
      note();
    } else if (deed === "ack" && unsettled > 0) {
      lines.push(`worker --> jobs: ${label}`);
      unsettled--;
      note();
    } else if (deed === "nack" && unsettled > 0) {
      lines.push(`worker --> jobs: ${label} { settle: nack }`);
      unsettled--;
      waiting++;
      note();
    }
  });
  // What never arrives would be received at once if its text did not say so.
  const body = lines.map((line) =>
    flying.some((id) => line.includes(`id: ${id} `)) ? line.replace(" }", "; in-flight: true }") : line,
  );
  const heads = "api: API\njobs: jobs { kind: queue }\nworker: W { kind: worker }";
  return { text: `${heads}\n${body.join("\n")}\n`, counts };
};

/** Where a message meets the queue's lane: its sending if it comes out of it, else its arrival. */
const heightsAt = (text: string) => {
  const { flow, diagnostics } = compile({ name: "flow.slant", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const scene = sceneOf(flow, { "flow.slant": text });
  const jobs = flow.participants.findIndex(({ key }) => key === "jobs");
  const groups = scene.groups.filter(({ role }) => role === "message");
  const heights = new Map(
    flow.messages.map((message) => {
      const shown = message.label?.text ?? "";
      const group = groups.find(({ marks }) =>
        marks.some((mark) => mark.kind === "text" && mark.text === shown),
      );
      const line = group?.marks.find((mark) => mark.kind === "path")?.commands;
      const [from, to] = [line?.[0]?.[2], line?.[line.length - 1]?.[2]];
      return [shown, (message.from === jobs ? from : to) as number];
    }),
  );
  const bands = scene.groups
    .filter(({ role }) => role === "lane")
    .flatMap(({ marks }) => marks.filter((mark): mark is RectMark => mark.kind === "rect"));
  return { scene, heights, bands };
};

test("a band is as wide as what waits: receipts less deliveries, at every row", () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { text, counts } = written(list);
      const { heights, bands } = heightsAt(text);
      const widths = new Map<number, number>();
      for (const { label, count } of counts) {
        const y = (heights.get(label) as number) + 0.5;
        const there = bands.filter((band) => band.y <= y && y < band.y + band.height);
        expect([label, there.length]).toEqual([label, count > 0 ? 1 : 0]);
        if (there[0]) widths.set(count, there[0].width);
      }
      const byCount = [...widths].toSorted(([a], [b]) => a - b).map(([, width]) => width);
      expect(byCount).toEqual(byCount.toSorted((a, b) => a - b));
      for (const count of [1, 2, 3])
        if (widths.has(count) && widths.has(count + 1))
          expect(widths.get(count)).toBeLessThan(widths.get(count + 1) as number);
    }),
    { numRuns: 200 },
  );
});

test("a topic keeps a copy for each receiver that takes it", () => {
  const text = `api: API
jobs: news { kind: topic }
one: One
two: Two
api ~> jobs: first
jobs ~> one: to one
jobs ~> two: to two
`;
  const { heights, bands } = heightsAt(text.replaceAll("to one", "first").replaceAll("to two", "first"));
  expect(bands.length).toBeGreaterThan(0);
  const lowest = Math.max(...bands.map(({ y, height }) => y + height));
  const { heights: named } = heightsAt(text);
  expect(named.get("to one")).toBeLessThan(lowest);
  expect(heights.size).toBeGreaterThan(0);
});

test("what a consumer gives back too often goes to the dead letters", () => {
  const text = `api: API
dead: dead letters { kind: queue }
jobs: jobs { kind: queue; max-receives: 1; dead-letter: dead }
worker: W { kind: worker }
ops: Ops { kind: person }
api ~> jobs: put
jobs ~> worker: take
worker --> jobs: failed { settle: nack }
dead ~> ops: look at it
`;
  const { scene } = heightsAt(text);
  const lanes = scene.groups.filter(({ role }) => role === "lane");
  expect(lanes.length).toBe(2);
});
