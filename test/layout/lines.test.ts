import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";

const files: Readonly<Record<string, string>> = {
  "flow.slant": "# the first line\n\n\n...@lib\na -> b: last\n",
  "lib.slant": "a: A\nb: B\n\na ~> b: first\nnote: imported { over: a }\n",
};

test("what is imported is tied to its line in its own file", () => {
  const { flow, sources, diagnostics } = compile(
    { name: "flow.slant", text: files["flow.slant"] ?? "" },
    { readFile: (path) => files[path] ?? "" },
  );
  expect(diagnostics).toEqual([]);
  const lines = sceneOf(flow, sources).groups.flatMap(({ role, line }) =>
    ["head", "message", "note"].includes(role) ? [[role, line]] : [],
  );
  expect(lines).toEqual([
    ["message", 4],
    ["message", 5],
    ["note", 5],
    ["head", 1],
    ["head", 2],
  ]);
});
