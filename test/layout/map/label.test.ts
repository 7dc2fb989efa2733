import { describe, expect, test } from "vitest";
import { compile } from "../../../src/compile.ts";
import { channelsOf } from "../../../src/flow/channels.ts";
import { labelOf } from "../../../src/layout/map/label.ts";
import { style } from "../../../src/theme/style.ts";

/** The label of a flow's first channel: its lines with their paints. */
const linesOf = (text: string): readonly (readonly [string, string])[] => {
  const { flow } = compile({ name: "flow.slant", text });
  const [channel] = channelsOf(flow);
  if (!channel) return [];
  const from = channel.from === null ? undefined : flow.participants[channel.from];
  return (labelOf(channel, from, style)?.lines ?? []).map(({ text: line, paint }) => [line, paint]);
};

describe("the words of a channel", () => {
  test("three names are shown", () => {
    expect(linesOf("a -> b: x\na -> b: y\na -> b: z\n")).toEqual([
      ["x", "call-text"],
      ["y", "call-text"],
      ["z", "call-text"],
    ]);
  });

  test("of more than three, the others are counted", () => {
    const text = ["u", "v", "w", "x", "y", "z", "z2"].map((name) => `a ~> b: ${name}\n`).join("");
    expect(linesOf(text)).toEqual([
      ["u", "async-text"],
      ["v", "async-text"],
      ["w", "async-text"],
      ["+4 more", "detail-text"],
    ]);
  });

  test("a name that comes again is counted, not repeated", () => {
    expect(linesOf("a -> b: x\na -> b: y\na -> b: x\na -> b: x\n")).toEqual([
      ["x ×3", "call-text"],
      ["y", "call-text"],
    ]);
  });

  test("a name of failures alone has their colour", () => {
    const text =
      "a ~> b: ask { callback: done }\nb ~> a: well { resolves: done }\nb ~> a: ill { rejects: done }\n";
    const { flow } = compile({ name: "flow.slant", text });
    const back = channelsOf(flow)[1];
    expect(back && labelOf(back, undefined, style)?.lines.map(({ paint }) => paint)).toEqual([
      "async-text",
      "failure-text",
    ]);
  });

  test("a name alone is broken into lines, one of several is cut off", () => {
    const long = "a name that is so long that it will never fit beside a line of a map";
    expect(linesOf(`a -> b: ${long}\n`).map(([line]) => line)).toEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
    expect(linesOf(`a -> b: ${long}\na -> b: y\n`)).toEqual([
      [expect.stringMatching(/^a name that is so long.*…$/), "call-text"],
      ["y", "call-text"],
    ]);
  });

  test("a route says when it is taken", () => {
    const text = "q: Q { kind: queue; dead-letter: d; max-receives: 5 }\nd: D { kind: queue }\nq ~> d: x\n";
    expect(linesOf(text)).toEqual([
      ["x", "failure-text"],
      ["after 5 receives", "detail-text"],
    ]);
  });

  test("messages without names leave none", () => {
    expect(linesOf("a -> b\n")).toEqual([]);
  });
});
