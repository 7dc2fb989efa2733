import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { channelsOf } from "../../src/flow/channels.ts";

const shown = (text: string): readonly string[] => {
  const { flow } = compile({ name: "flow.slant", text });
  const key = (index: number | null): string =>
    index === null ? "()" : (flow.participants[index]?.key ?? "");
  return channelsOf(flow).map(
    ({ kind, from, to, messages }) =>
      `${kind} ${key(from)} ${key(to)}: ${messages.map(({ label }) => label?.text ?? "").join(", ")}`,
  );
};

const table: Readonly<Record<string, readonly [text: string, channels: readonly string[]]>> = {
  "calls of one pair are one channel": ["a -> b: x\na -> b: y\n", ["call a b: x, y"]],
  "a reply goes back along its call": ["a -> b: x\nb --> a: done\n", ["call a b: x"]],
  "a call and its reply in one line are a call": ["a <-> b: x\n", ["call a b: x"]],
  "each direction is a channel": ["a -> b: x\nb -> a: y\n", ["call a b: x", "call b a: y"]],
  "what is sent is apart from what is called": ["a -> b: x\na ~> b: y\n", ["call a b: x", "async a b: y"]],
  "a receiver of several is a channel each": ["a ~> [b; c]: x\n", ["async a b: x", "async a c: x"]],
  "what goes through a queue is two channels": [
    "q: Q { kind: queue }\na ~> q: x\nq ~> b: x\nb --> q: ack\n",
    ["async a q: x", "async q b: x"],
  ],
  "a reply that answers nothing is a channel": ["b --> a: x\n", ["reply b a: x"]],
  "an association has no direction": ["a -- b: x\nb -- a: y\n", ["association a b: x, y"]],
  "messages to oneself are none": ["a -> a: think\na ~> a: later\na -> b: x\n", ["call a b: x"]],
  "outside is an end of its own": [
    "() ~> a: in\na ~> (): out\n() ~> a: again\n",
    ["async () a: in, again", "async a (): out"],
  ],
  "a dead-letter queue that nothing is sent to is reached by a route": [
    "q: Q { kind: queue; dead-letter: d }\nd: D { kind: queue }\na ~> q: x\nq ~> b: x\n",
    ["async a q: x", "async q b: x", "route q d: "],
  ],
  "what a queue sends to its dead-letter queue belongs to the route": [
    "q: Q { kind: queue; dead-letter: d }\nd: D { kind: queue }\na ~> q: x\nq ~> d: x\n",
    ["async a q: x", "route q d: x"],
  ],
};

describe("channels", () => {
  for (const [name, [text, channels]] of Object.entries(table))
    test(name, () => {
      expect(shown(text)).toEqual(channels);
    });
});
