import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { mergeFlows } from "../../src/system/merge-flows.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { systemOf } from "./system-of.ts";

describe("many flows as one", () => {
  test("participants with one key are one, and messages keep their ends", () => {
    const { flow, memberOf, sayings } = systemOf({
      a: "web: Web\napi: API\nweb -> api: one\n",
      b: "api: API\nworker: Worker { kind: worker }\napi ~> worker: two\n",
    });
    const key = (at: number | null): string => (at === null ? "()" : (flow.participants[at]?.key ?? ""));
    expect(flow.participants.map(({ key: own, kind }) => `${own} ${kind}`)).toEqual([
      "web service",
      "api service",
      "worker worker",
    ]);
    expect(flow.messages.map(({ from, to, label }) => `${key(from)} ${label?.text} ${key(to)}`)).toEqual([
      "web one api",
      "api two worker",
    ]);
    expect(memberOf).toEqual([0, 1]);
    expect(sayings.map((all) => all.map(({ member }) => member))).toEqual([[0], [0, 1], [1]]);
  });

  test("the first word on each thing holds", () => {
    const { flow } = systemOf({
      a: "jobs ~> b: m\n",
      b: "jobs: Mail jobs { kind: queue; max-receives: 3; dead-letter: dead }\ndead: Dead { kind: queue }\na ~> jobs: m\n",
      c: "jobs: { kind: topic; max-receives: 5; capacity: 9 }\na ~> jobs: m\n",
    });
    expect(flow.participants.find(({ key }) => key === "jobs")).toMatchObject({
      label: { text: "Mail jobs" },
      kind: "queue",
      attributes: {
        "max-receives": 3,
        capacity: 9,
        "dead-letter": flow.participants.findIndex(({ key }) => key === "dead"),
      },
    });
  });

  test("one key with two labels is two participants, whoever comes first", () => {
    const { flow } = systemOf({
      a: "x ~> jobs: m\n",
      b: "jobs: Mail jobs\nx ~> jobs: m\n",
      c: "jobs: Render jobs\ny ~> jobs: m\n",
      d: "jobs: render jobs\njobs ~> z: m\n",
    });
    expect(flow.participants.map(({ key, label }) => `${key}: ${label.text}`)).toEqual([
      "x: x",
      "jobs: Mail jobs",
      "jobs@c: Render jobs",
      "y: y",
      "z: z",
    ]);
  });

  test("boundaries with what they hold, and whoever stands in one somewhere stands in it", () => {
    const boundary = "back: Backend {\n  kind: boundary\n  api: API\n}\n";
    const { flow } = systemOf({
      a: "web -> api: m\n",
      b: `${boundary}web -> api: m\n`,
      c: `${boundary}api -> db: m\n`,
    });
    expect(flow.boundaries.map(({ key }) => key)).toEqual(["back"]);
    expect(flow.participants.map(({ key, boundary: at }) => [key, at])).toEqual([
      ["web", undefined],
      ["api", 0],
      ["db", undefined],
    ]);
  });

  test("a direction and a title, where somebody gives one", () => {
    const flow = compile({ name: "a", text: "direction: down\na -> b: m\n" }).flow;
    const members = [{ name: "a", flow }];
    expect(mergeFlows(members).flow).toMatchObject({ direction: "down" });
    expect(mergeFlows(members, { direction: "left", title: "All" }).flow).toMatchObject({
      direction: "left",
      title: { text: "All" },
    });
    expect(mergeFlows([]).flow.participants).toEqual([]);
  });
});

test("law: every index points at something, and no message is lost", () => {
  fc.assert(
    fc.property(fc.array(flowTexts, { minLength: 1, maxLength: 4 }), (texts) => {
      const flows = texts.map(({ text }, at) => compile({ name: `f${at}.slant`, text }).flow);
      const { flow, memberOf, sayings } = mergeFlows(
        flows.map((each, at) => ({ name: `f${at}`, flow: each })),
      );
      const count = flow.participants.length;
      const isOne = (at: number | null | undefined): boolean =>
        at === null || at === undefined || (at >= 0 && at < count);
      expect(flow.messages).toHaveLength(flows.reduce((sum, { messages }) => sum + messages.length, 0));
      expect(memberOf).toHaveLength(flow.messages.length);
      expect(sayings).toHaveLength(count);
      expect(new Set(flow.participants.map(({ key }) => key)).size).toBe(count);
      expect(flow.participants.map(({ index }) => index)).toEqual(flow.participants.map((_, at) => at));
      expect(flow.messages.filter(({ from, to }) => !isOne(from) || !isOne(to))).toEqual([]);
      expect(flow.messages.filter(({ of = 0 }) => flow.messages[of] === undefined)).toEqual([]);
      expect(flow.participants.filter(({ attributes }) => !isOne(attributes["dead-letter"]))).toEqual([]);
      expect(
        flow.participants.filter(({ boundary = 0 }) => boundary > 0 && !flow.boundaries[boundary]),
      ).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
