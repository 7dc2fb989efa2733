import { expect, test } from "vitest";
import { inspectFlow } from "../../src/flow/inspect.ts";
import { compiled } from "./flow-of.ts";

const text = `title: Jobs 🎉
backend: Backend { kind: boundary; api: API; jobs: mail jobs { kind: queue; shape: queue } }
api ~> jobs: Send { callback: sent; id: first }
alt: works {
  jobs.lane ~> worker: Send
  worker ~> api: done { resolves: sent }
} else: fails {
  worker ~> api: no { rejects: sent; lots: 1 }
}
await: sent
note: x { over: [api; worker] }
() ~> [api; worker]: 🎉 stop { latncy: 1s }
`;

const inspected = (): unknown => {
  const { flow, diagnostics } = compiled(text, { name: "jobs.slant" });
  return JSON.parse(JSON.stringify(inspectFlow(flow, diagnostics, { "jobs.slant": text })));
};

test("the format's first version", () => {
  expect(inspected()).toMatchObject({
    version: 1,
    file: "jobs.slant",
    title: "Jobs 🎉",
    participants: [
      { key: "api", label: "API", kind: "service", shape: null, boundary: "backend", line: 2 },
      { key: "jobs", label: "mail jobs", kind: "queue", shape: "queue", boundary: "backend", line: 2 },
      { key: "worker", label: "worker", kind: "service", shape: null, boundary: null, line: 5 },
    ],
    boundaries: [{ key: "backend", label: "Backend", boundary: null, line: 2 }],
    messages: [
      {
        kind: "send",
        from: "api",
        to: "jobs",
        label: "Send",
        line: 3,
        file: "jobs.slant",
        fragments: [],
        id: "first",
        callback: "sent",
        resolves: null,
        rejects: null,
        fromSpan: null,
        toSpan: null,
        sendId: 0,
      },
      { from: "jobs", fromSpan: "lane", to: "worker", fragments: ["alt#1/1"], line: 5 },
      { from: "worker", to: "api", resolves: "sent", fragments: ["alt#1/1"] },
      { from: "worker", to: "api", rejects: "sent", fragments: ["alt#1/2"] },
      { from: null, to: "api", sendId: 4 },
      { from: null, to: "worker", sendId: 4 },
    ],
    fragments: [
      {
        id: "alt#1",
        kind: "alt",
        label: "works",
        operands: [
          { label: "works", first: 1, last: 2 },
          { label: "fails", first: 3, last: 3 },
        ],
      },
    ],
    notes: [{ text: "x", over: ["api", "worker"] }],
    marks: [{ kind: "await", names: ["sent"], by: "api", line: 10 }],
    callbacks: [
      {
        name: "sent",
        owner: "api",
        asked: [{ message: 0, line: 3 }],
        arrivals: [
          { message: 2, how: "resolves", line: 6 },
          { message: 3, how: "rejects", line: 8 },
        ],
        settledBy: [{ how: "await", line: 10 }],
      },
    ],
  });
});

test("diagnostics have 1-based lines and columns, in characters", () => {
  expect(inspected()).toMatchObject({
    diagnostics: [
      {
        code: "unknown-attribute",
        severity: "error",
        message: expect.stringContaining("`lots`"),
        file: "jobs.slant",
        line: 8,
        column: 38,
        endLine: 8,
        endColumn: 42,
      },
      { code: "unknown-attribute", line: 12, column: 31, endLine: 12, endColumn: 37 },
    ],
  });
});

test("arrowheads, what is said of executions, the rows of tables", () => {
  const source =
    "shape: sequence_diagram\na -> b.job: x { target-arrowhead: 1 { shape: diamond } }\nb.job: Job { style.fill: red }\nt: { shape: sql_table; id: int { constraint: primary_key } }\n";
  const { flow } = compiled(source, { name: "flow.d2" });
  expect(inspectFlow(flow, [], { "flow.d2": source })).toMatchObject({
    participants: [
      { fields: [] },
      {},
      { fields: [{ name: "id", type: "int", constraints: ["primary_key"] }] },
    ],
    messages: [{ sourceHead: null, targetHead: { label: "1", shape: "diamond", filled: null } }],
    executions: [{ participant: "b", path: "job", label: "Job", line: 3, style: { fill: "red" } }],
  });
});

test("participants in attributes and marks are keys", () => {
  const source =
    "q: { kind: queue; dead-letter: d }\nd: { kind: queue }\na ~> q: x { id: m; callback: c; reply-to: b }\nb -> a\nalt: y {\n  decided-by: b\n  a -> b\n}\nawait: c { by: b }\narrive: m\nwait: 5m { on: [a; b] }\ndestroy: b\n";
  const { flow } = compiled(source);
  expect(inspectFlow(flow, [], { "flow.slant": source })).toMatchObject({
    participants: [{ attributes: { "dead-letter": "d" } }, {}, {}, {}],
    messages: [{ attributes: { "reply-to": "b" } }, {}, {}],
    fragments: [{ attributes: { "decided-by": "b" } }],
    marks: [
      { by: "b" },
      { kind: "arrive", messages: [0] },
      { participants: ["a", "b"] },
      { participant: "b" },
    ],
  });
});
