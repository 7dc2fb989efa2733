import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const inspect = async (text: string, stage: string) => {
  const { code, out, err } = await runIn(
    { files: { "a.slant": text } },
    "inspect",
    "a.slant",
    "--stage",
    stage,
  );
  expect(err).toBe("");
  return { code, record: JSON.parse(out) };
};

describe("the flow", () => {
  const source = `title: Mail
team: Team {
  kind: boundary
  api: API { shape: hexagon }
  jobs: Mail jobs { kind: queue; capacity: 10 }
}
api ~> jobs: SendWelcome { id: ask; callback: sent }
alt: mail is out {
  jobs ~> [api; log]: done { resolves: sent }
  note: noted { over: [api; jobs] }
} else: refused {
  opt: for good {
    jobs ~> api: failed { rejects: sent }
  }
}
await: sent
() ~> api: next
wait: 5m
`;

  test("has its participants, with the boundary around them, and their lines", async () => {
    const { code, record } = await inspect(source, "flow");
    expect(code).toBe(0);
    expect(record).toMatchObject({ version: 1, file: "a.slant", title: "Mail", diagnostics: [] });
    expect(record.participants).toMatchObject([
      { key: "api", label: "API", kind: "service", shape: "hexagon", boundary: "team", line: 4 },
      {
        key: "jobs",
        label: "Mail jobs",
        kind: "queue",
        shape: null,
        boundary: "team",
        line: 5,
        attributes: { capacity: 10 },
      },
      { key: "log", label: "log", kind: "service", shape: null, boundary: null, line: 9 },
    ]);
    expect(record.boundaries).toMatchObject([{ key: "team", label: "Team", boundary: null, line: 2 }]);
  });

  test("has its participants in drawn order, also where that is left to Slant", async () => {
    const keys = async (text: string): Promise<readonly string[]> =>
      (await inspect(text, "flow")).record.participants.map(({ key }: { key: string }) => key);
    const text = "a ~> b: m\nc ~> d: m\nb ~> d: m\nd ~> c: m\n";
    expect(await keys(text)).toEqual(["a", "b", "c", "d"]);
    expect(await keys(`lifelines: auto\n${text}`)).toEqual(["a", "b", "d", "c"]);
  });

  test("has its messages in written order, one for each receiver, and the operands around them", async () => {
    const { record } = await inspect(source, "flow");
    expect(record.messages).toMatchObject([
      {
        kind: "send",
        from: "api",
        to: "jobs",
        label: "SendWelcome",
        line: 7,
        fragments: [],
        id: "ask",
        callback: "sent",
      },
      {
        kind: "send",
        from: "jobs",
        to: "api",
        label: "done",
        line: 9,
        fragments: ["alt#1/1"],
        resolves: "sent",
      },
      {
        kind: "send",
        from: "jobs",
        to: "log",
        label: "done",
        line: 9,
        fragments: ["alt#1/1"],
        callback: null,
      },
      { kind: "send", from: "jobs", to: "api", line: 13, fragments: ["alt#1/2", "opt#1/1"], rejects: "sent" },
      { kind: "send", from: null, to: "api", label: "next", line: 17, fragments: [] },
    ]);
    const [ask, done, copy] = record.messages.map(({ sendId }: { sendId: number }) => sendId);
    expect(copy).toBe(done);
    expect(ask).not.toBe(done);
  });

  test("has its fragments, notes and callbacks", async () => {
    const { record } = await inspect(source, "flow");
    expect(record.fragments).toMatchObject([
      {
        id: "alt#1",
        kind: "alt",
        operands: [
          { label: "mail is out", first: 1, last: 2 },
          { label: "refused", first: 3, last: 3 },
        ],
      },
      { id: "opt#1", fragments: ["alt#1/2"], operands: [{ label: "for good", first: 3, last: 3 }] },
    ]);
    expect(record.notes).toMatchObject([{ text: "noted", over: ["api", "jobs"], line: 10 }]);
    expect(record.callbacks).toMatchObject([
      {
        name: "sent",
        owner: "api",
        asked: 7,
        askedBy: [0],
        arrivals: [
          { message: 1, how: "resolves", line: 9 },
          { message: 2, how: "resolves", line: 9 },
          { message: 3, how: "rejects", line: 13 },
        ],
        settledBy: [{ how: "await", line: 16 }],
      },
    ]);
  });

  test("has what happens, step by step", async () => {
    const { record } = await inspect(source, "flow");
    expect(record.body).toMatchObject([
      { kind: "message", line: 7, messages: [0] },
      {
        kind: "fragment",
        fragment: "alt#1",
        operands: [
          [
            { kind: "message", messages: [1, 2] },
            { kind: "note", over: ["api", "jobs"] },
          ],
          [{ kind: "fragment", fragment: "opt#1", operands: [[{ kind: "message", messages: [3] }]] }],
        ],
      },
      { kind: "await", names: ["sent"], by: "api", timeout: null },
      { kind: "message", messages: [4] },
      { kind: "wait", text: "5m", ms: 300_000 },
    ]);
  });

  test("is printed with its errors, as far as it was understood", async () => {
    const { code, record } = await inspect("a ~> b: hi\nc -> d {\n", "flow");
    expect(code).toBe(1);
    expect(record.messages).toMatchObject([{ from: "a" }, { from: "c" }]);
    expect(record.diagnostics).toMatchObject([
      { code: "unclosed-brace", file: "a.slant", line: 2, column: 8 },
    ]);
  });

  test("of the gallery's sign-up names who is who", async () => {
    const { record } = await inspect(readFileSync("fixtures/gallery/sign-up.slant", "utf8"), "flow");
    expect(record.participants.map(({ key }: { key: string }) => key)).toEqual([
      ...["user", "web", "api", "jobs", "worker", "smtp", "dead", "ops"],
    ]);
    expect(record.callbacks).toMatchObject([
      { name: "sent", owner: "api", settledBy: [{ how: "on" }, { how: "on" }] },
    ]);
  });
});

test("the tree is printed as it was written", async () => {
  const { record } = await inspect("# first\na -> b: hi\n", "ast");
  expect(record).toMatchObject({ version: 1, diagnostics: [], ast: { file: "a.slant", mode: "slant" } });
  expect(record.ast.body).toMatchObject([
    { kind: "connection", leading: [{ text: " first" }], operators: [{ arrow: "->" }] },
  ]);
});

test("the scene is printed in px, without colours", async () => {
  const { record } = await inspect("title: T\na -> b: hi\n", "scene");
  expect(record).toMatchObject({ version: 1, title: "T", diagnostics: [] });
  expect(record.width).toBeGreaterThan(0);
  const message = record.marks.filter(({ role }: { role: string }) => role === "message");
  expect(message[0]).toMatchObject({ line: 2 });
  expect(message.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(["path", "text"]));
  expect(JSON.stringify(record)).not.toMatch(/#[0-9a-f]{6}\b/);
});

test("standard input and the flow are what is inspected when nothing else is said", async () => {
  const { code, out } = await runIn({ stdin: "a -> b\n" }, "inspect", "-");
  expect([code, JSON.parse(out).file]).toEqual([0, "<stdin>"]);
});

test("imports may go as far up as the configuration's root", async () => {
  const files = { "docs/flows/a.slant": "...@../lib\n", "docs/lib.slant": "a ~> b: shared\n" };
  expect((await runIn({ files }, "inspect", "docs/flows/a.slant")).code).toBe(1);
  const config = { "slant.config.json": '{ "root": "docs" }' };
  const { code, out } = await runIn({ files: { ...files, ...config } }, "inspect", "docs/flows/a.slant");
  expect(code).toBe(0);
  expect(JSON.parse(out).messages).toMatchObject([{ label: "shared" }]);
});
