import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compile } from "../../../src/compile.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import type { Direction } from "../../../src/language/directions.ts";
import { elkSync } from "../../../src/layout/map/elk.ts";
import { layoutMap, layoutMapLater } from "../../../src/layout/map/layout.ts";
import { levelsOf } from "../../../src/layout/map/levels.ts";
import { attempts } from "../../../src/layout/map/place-map.ts";
import { planMap } from "../../../src/layout/map/plan.ts";
import type { Group, Mark, Scene } from "../../../src/layout/scene.ts";
import { renderSvg } from "../../../src/render/svg.ts";
import { lineFinder } from "../../../src/source/line-finder.ts";
import { style } from "../../../src/theme/style.ts";
import { themes } from "../../../src/theme/themes.ts";
import { flowTexts } from "../../generated/flow-text.ts";
import { faultsOf } from "../scene-faults.ts";
import { nestedTexts } from "./nested-text.ts";

vi.setConfig({ testTimeout: 120_000 });

const none = { overlaps: [], crossed: [], outside: [] };
const directions: readonly Direction[] = ["right", "down", "left", "up"];

const flowOf = (text: string): Flow => compile({ name: "flow.slant", text }).flow;

const mapOf = (text: string, direction?: Direction): Scene =>
  layoutMap(flowOf(text), style, lineFinder({ "flow.slant": text }), direction ? { direction } : {});

/** Halos keep lines off words; on a map no line should come near them in the first place. */
const withoutHalos = (scene: Scene): Scene => ({
  ...scene,
  groups: scene.groups.map((group) => ({
    ...group,
    marks: group.marks.map((mark): Mark => (mark.kind === "text" ? { ...mark, halo: false } : mark)),
  })),
});

const groupsOf = (scene: Scene, className: string): readonly Group[] =>
  scene.groups.filter(({ classes }) => classes.includes(className));

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around a participant's or boundary's outline. */
const boxOf = ({ marks }: Group): Extent => {
  const [outline] = marks;
  if (outline?.kind === "rect") {
    const { x, y, width, height } = outline;
    return { left: x, top: y, right: x + width, bottom: y + height };
  }
  const points = outline?.kind === "path" ? outline.commands.filter(([letter]) => letter !== "Z") : [];
  const [xs, ys] = [points.map((each) => Number(each.at(-2))), points.map((each) => Number(each.at(-1)))];
  // A cylinder's lid and bottom bulge beyond the corners of its path.
  return {
    left: Math.min(...xs),
    top: Math.min(...ys) - 4,
    right: Math.max(...xs),
    bottom: Math.max(...ys) + 4,
  };
};

const named = (scene: Scene, name: string): Group => {
  const found = scene.groups.find((group) => group.name?.startsWith(name));
  if (!found) throw new Error(`The map has no ${name}.`);
  return found;
};

const gallery = new URL("../../../fixtures/gallery/", import.meta.url);
const galleryTexts = readdirSync(gallery)
  .filter((file) => file.endsWith(".slant"))
  .map((file) => [file, readFileSync(new URL(file, gallery), "utf8")] as const);

describe("the gallery's maps have no text over text, no line through a text and nothing outside", () => {
  for (const [name, text] of galleryTexts)
    for (const direction of directions)
      test(`${name}, ${direction}`, () => {
        expect(faultsOf(withoutHalos(mapOf(text, direction)))).toEqual(none);
      });
});

describe("laws", () => {
  const anyText = fc.oneof(
    flowTexts.map(({ text }) => text),
    nestedTexts,
  );

  test("no generated map has a text over a text, a line through a text or anything outside", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...directions), (text, direction) => {
        expect(faultsOf(withoutHalos(mapOf(text, direction)))).toEqual(none);
      }),
      { numRuns: 150 },
    );
  });

  test("the same flow is the same map, byte by byte, whatever was drawn between, at once or later", async () => {
    const svg = (scene: Scene): string => renderSvg(scene, { ...themes.auto, fonts: "system" });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, other) => {
        const flow = flowOf(text);
        const first = svg(layoutMap(flow, style, () => 1));
        mapOf(other);
        const later = layoutMapLater(flow, style, () => 1);
        expect(svg(layoutMap(flow, style, () => 1))).toBe(first);
        expect(svg(await later)).toBe(first);
      }),
      { numRuns: 25 },
    );
  });

  test("what a boundary holds stands inside its frame, and nobody else does", () => {
    fc.assert(
      fc.property(nestedTexts, (text) => {
        const flow = flowOf(text);
        const scene = mapOf(text);
        const nodes = groupsOf(scene, "node").map(boxOf);
        const frames = new Map(groupsOf(scene, "boundary").map((group) => [group.name, boxOf(group)]));
        const isIn = (inner: Extent, outer: Extent): boolean =>
          inner.left > outer.left &&
          inner.right < outer.right &&
          inner.top > outer.top &&
          inner.bottom < outer.bottom;
        flow.participants.forEach(({ boundary }, at) => {
          const holders = new Set<string>();
          for (let each = boundary; each !== undefined; each = flow.boundaries[each]?.parent)
            holders.add(`${flow.boundaries[each]?.label.text}, boundary`);
          for (const [name, frame] of frames)
            expect(isIn(nodes[at] as Extent, frame)).toBe(holders.has(name ?? ""));
        });
      }),
      { numRuns: 60 },
    );
  });

  test("every line has right angles only and joins the outlines of its two participants", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...directions), (text, direction) => {
        const scene = mapOf(text, direction);
        const nodes = groupsOf(scene, "node").map(boxOf);
        const bends = groupsOf(scene, "channel").flatMap(({ marks: [line] }) =>
          line?.kind === "path"
            ? line.commands.slice(1).flatMap(([letter, ...to], at) => {
                const from = line.commands[at] ?? ["Z"];
                const [dx, dy] = [0, 1].map((way) => Number(to.at(way - 2)) - Number(from.at(way - 2)));
                return letter === "L" && Math.abs(dx ?? 0) > 0.01 && Math.abs(dy ?? 0) > 0.01 ? [to] : [];
              })
            : [],
        );
        expect(bends).toEqual([]);
        for (const { marks } of groupsOf(scene, "channel")) {
          const dots = marks.filter(({ kind }) => kind === "circle").length;
          const [line] = marks;
          const ends = line?.kind === "path" ? [line.commands[0], line.commands.at(-1)] : [];
          // A filled head takes the line's last px, a round outline lies a little behind its box's side.
          const near = ends.filter((end) =>
            nodes.some(
              ({ left, top, right, bottom }) =>
                Number(end?.at(-2)) > left - 10 &&
                Number(end?.at(-2)) < right + 10 &&
                Number(end?.at(-1)) > top - 10 &&
                Number(end?.at(-1)) < bottom + 10,
            ),
          );
          expect(near.length + dots).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("what a map shows", () => {
  const signUp = galleryTexts.find(([name]) => name === "sign-up.slant")?.[1] ?? "";

  test("participants by shape and icon, as in a row of heads", () => {
    const scene = mapOf(signUp);
    const icons = groupsOf(scene, "node").map(({ classes, marks }) => [
      classes[1],
      marks.flatMap((mark) => (mark.kind === "icon" ? [mark.name] : [])).join(),
    ]);
    expect(icons).toEqual(
      ["person", "service", "service", "queue", "worker", "external", "queue", "person"].map((kind) => [
        kind,
        kind,
      ]),
    );
    expect(named(scene, "Mail provider").marks[0]?.paint).toBe("head-external");
    expect(named(scene, "Mail jobs").marks[0]?.paint).toBe("head-channel");
  });

  test("calls with filled heads, what is sent with open ones, routes dashed", () => {
    const scene = mapOf(signUp);
    const look = (name: string): readonly (readonly [string, boolean])[] =>
      named(scene, name).marks.flatMap((mark) =>
        mark.kind === "path" ? [[mark.paint, mark.commands.at(-1)?.[0] === "Z"] as const] : [],
      );
    expect(look("Web app calls Sign-up API")).toEqual([
      ["call-line", false],
      ["call-head", true],
    ]);
    expect(look("Sign-up API sends SendWelcome to Mail jobs")).toEqual([
      ["async-line", false],
      ["async-head", false],
    ]);
    expect(look("Mail jobs gives SendWelcome to Dead letters after 5 receives")).toEqual([
      ["dead-letter-line", false],
      ["failure-head", false],
    ]);
  });

  test("externals at the border, wherever the map flows to", () => {
    const sides: Readonly<Record<Direction, (box: Extent) => number>> = {
      right: ({ right }) => right,
      left: ({ left }) => -left,
      down: ({ bottom }) => bottom,
      up: ({ top }) => -top,
    };
    for (const direction of directions) {
      const scene = mapOf(signUp, direction);
      const side = sides[direction];
      const others = groupsOf(scene, "node").map((node) => side(boxOf(node)));
      expect(side(boxOf(named(scene, "Mail provider")))).toBe(Math.max(...others));
    }
  });

  test("an external that only sends at the other border", () => {
    const scene = mapOf("a: A\nb: B\nx: X { kind: external }\na -> b: m\nx ~> b: m\n");
    const lefts = groupsOf(scene, "node").map((node) => boxOf(node).left);
    expect(boxOf(named(scene, "X,")).left).toBe(Math.min(...lefts));
  });

  test("pipes between who fills and who empties them", () => {
    const scene = mapOf(signUp);
    const [from, pipe, to] = ["Sign-up API,", "Mail jobs,", "Mail worker,"].map((name) =>
      boxOf(named(scene, name)),
    ) as [Extent, Extent, Extent];
    expect(from.right).toBeLessThan(pipe.left);
    expect(pipe.right).toBeLessThan(to.left);
  });

  test("a dot where a message comes from outside or goes there", () => {
    const scene = mapOf("() ~> a: in\na ~> (): out\n");
    const dots = groupsOf(scene, "channel").map(
      ({ marks }) => marks.filter(({ paint }) => paint === "outside-dot").length,
    );
    expect(dots).toEqual([1, 1]);
  });

  test("the author's lines, links, tooltips, classes and styles", () => {
    const text =
      "classes: { hot: { style.stroke: red } }\n" +
      "a: A { link: https://example.org; tooltip: the first }\n" +
      "b: B { class: hot }\n" +
      "a -> b: x { link: https://example.com; tooltip: more; class: hot }\n" +
      "b ~> a: y { style.stroke: red }\nb ~> a: z\n";
    const scene = mapOf(text);
    expect(named(scene, "A,")).toMatchObject({ line: 2, link: "https://example.org", tooltip: "the first" });
    expect(named(scene, "B,")).toMatchObject({ line: 3, authorClasses: ["hot"] });
    expect(named(scene, "A calls B")).toMatchObject({
      line: 4,
      link: "https://example.com",
      tooltip: "more",
      authorClasses: ["hot"],
    });
    // Only one of the two has the style.
    expect(named(scene, "B sends y and z to A").style).toBeUndefined();
  });

  test("all names of a channel when the pointer rests on it, where some are folded", () => {
    const text = ["v", "w", "x", "y"].map((name) => `a -> b: ${name}\n`).join("");
    expect(named(mapOf(text), "A calls B".toLowerCase()).tooltip).toBe("v\nw\nx\ny");
    expect(named(mapOf("a -> b: x\n"), "a calls b").tooltip).toBeUndefined();
  });

  test("prose for those who cannot see it", () => {
    const text =
      "box: Backend {\n  kind: boundary\n  api: API\n}\njobs: Jobs { kind: queue; dead-letter: dead; max-receives: 2 }\n" +
      "dead: Dead { kind: queue }\nworker: Worker { kind: worker }\nweb: Web\n" +
      "web -> api: POST /a\napi --> web: 201\napi ~> jobs: Do\njobs ~> worker: Do\n() ~> web: click\n";
    expect(mapOf(text).description).toBe(
      "Backend holds API. Web calls API: POST /a. The outside sends click to Web without waiting. " +
        "Do goes from API through Jobs to Worker. Jobs gives what cannot be delivered to Dead after 2 receives.",
    );
    expect(mapOf(`description: As the author says.\n${text}`).description).toBe("As the author says.");
  });

  test("a title, another one, or none", () => {
    const flow = flowOf("title: One\na -> b: x\n");
    const titleOf = (title?: string): readonly (string | undefined)[] => {
      const scene = layoutMap(flow, style, () => 1, title === undefined ? {} : { title });
      return [
        scene.title,
        ...groupsOf(scene, "title").flatMap(({ marks }) =>
          marks.map((mark) => (mark.kind === "text" ? mark.text : "")),
        ),
      ];
    };
    expect(titleOf()).toEqual(["One", "One"]);
    expect(titleOf("Two")).toEqual(["Two", "Two"]);
    expect(titleOf("")).toEqual([undefined]);
  });

  test("a flow of nothing is an empty picture", () => {
    expect(mapOf("").groups).toEqual([]);
  });
});

describe("a map over which ELK breaks down", () => {
  const plan = planMap(flowOf("a -> b: x\n"), style, "right");
  const levels = levelsOf(
    flowOf("a -> b: x\n"),
    plan.edges.map(({ channel }) => channel),
  );

  test("is asked for again in a plainer manner", () => {
    const asking = attempts(plan, levels);
    const fine = asking.next();
    const plainer = asking.next({ error: new Error("broken") });
    expect(plainer.done).toBe(false);
    expect(plainer.value).not.toEqual(fine.value);
    if (plainer.done) return;
    const placed = asking.next({ laid: elkSync(plainer.value) });
    expect(placed.done && placed.value.nodes).toHaveLength(2);
  });

  test("throws the first error when no manner helps", () => {
    const asking = attempts(plan, levels);
    asking.next();
    const fail = (): void => {
      for (let step = 1; step < 10; step++) asking.next({ error: new Error(`broken ${step}`) });
    };
    expect(fail).toThrow("broken 1");
  });
});
