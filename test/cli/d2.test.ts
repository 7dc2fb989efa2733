import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const chat = "shape: sequence_diagram\nann -> bob: hi\nbob -> ann: ho { near: ann }\n";

test("a sequence diagram in D2 is drawn, and what has no meaning is named", async () => {
  const { code, err, files } = await runIn({ files: { "chat.d2": chat } }, "chat.d2", "chat.svg");
  expect(code).toBe(0);
  expect(err).toMatch(/^chat\.d2:3:18 warning without-meaning\n/);
  expect(files.get("chat.svg")).toMatch(/^<svg .*>hi</s);
});

test("another diagram is refused in one sentence", async () => {
  const { code, err, files } = await runIn({ files: { "boxes.d2": "a -> b\n" } }, "boxes.d2", "boxes.svg");
  expect(code).toBe(1);
  expect(err.match(/ error /g)).toHaveLength(1);
  expect(err).toMatch(/^boxes\.d2:1:1 error no-sequence-diagram\n/);
  expect(files.has("boxes.svg")).toBe(false);
});

test("it is inspected, linted and formatted as what it is", async () => {
  const files = { "chat.d2": chat.replace("-> bob", "->   bob") };
  const { out } = await runIn({ files }, "inspect", "chat.d2", "--stage", "flow");
  expect(JSON.parse(out)).toMatchObject({
    participants: [{ key: "ann" }, { key: "bob" }],
    messages: [{ from: "ann", to: "bob", label: "hi" }, { label: "ho" }],
  });
  const linted = await runIn({ files }, "lint", "chat.d2");
  expect([linted.code, linted.out.match(/warning/g)?.length]).toEqual([0, 2]);
  const formatted = await runIn({ files }, "fmt", "chat.d2");
  expect(formatted.files.get("chat.d2")).toBe(chat);
});
