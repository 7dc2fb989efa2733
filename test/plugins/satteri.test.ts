import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import satteriDefault, { type SatteriSlantOptions, satteriSlant } from "../../src/plugins/satteri.ts";

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\nawait: sent";
const unawaited = flow.replace("\nawait: sent", "");

/** What Sätteri would do with one node of a document; test/sites/astro.test.ts asks Sätteri itself. */
const visit = (text: string, options: SatteriSlantOptions = {}, meta = "", fileURL?: URL) => {
  const source = `# x\n\n\`\`\`slant ${meta}\n${text}\n\`\`\`\n`;
  const reports: object[] = [];
  const node = { type: "code", lang: "slant", meta, value: text, position: { start: { line: 3 } } };
  const plugin = satteriSlant(options)({ fileURL, source });
  const shown = plugin.code(node, { report: (message) => void reports.push(message) });
  return { shown, reports, node };
};

describe("a fence becomes a figure", () => {
  test("as a tree that Markdown and MDX can hold", () => {
    const { shown, reports } = visit(flow, {}, "title=Mail width=50%");
    expect(shown).toMatchObject({
      type: "blockquote",
      children: [
        { type: "paragraph", children: [{ type: "text", value: expect.stringMatching(/^Mail\. api/) }] },
      ],
      data: {
        hName: "figure",
        hChildren: [
          { tagName: "svg", properties: { role: "img", style: expect.stringMatching(/^width:50%/) } },
        ],
      },
    });
    expect(reports).toEqual([]);
    expect(visit(flow, { strategy: "img-svg" }).shown).toMatchObject({
      data: { hChildren: [{ tagName: "img" }] },
    });
  });

  test("and other code stays", () => {
    const plugin = satteriSlant()({ fileURL: undefined, source: "" });
    expect(plugin.code({ type: "code", lang: "js", value: "a" }, { report: () => {} })).toBeUndefined();
    expect(plugin).toMatchObject({ name: "slant", options: { position: true } });
  });
});

describe("what is wrong", () => {
  test("throws with the place in the file, whose front matter Sätteri never saw", () => {
    const folder = mkdtempSync(join(tmpdir(), "slant-satteri-"));
    const file = join(folder, "page.md");
    writeFileSync(file, "---\ntitle: x\n---\n\n# x\n\n```slant \na -> {\n```\n");
    expect(() => visit("a -> {", {}, "", pathToFileURL(file))).toThrow(/page\.md:8:\d+: .* \([\w-]+\)/);
    rmSync(folder, { recursive: true });
  });

  test("is reported where a rule found it", () => {
    const { shown, reports, node } = visit(unawaited);
    expect(shown?.data.hName).toBe("figure");
    expect(reports).toEqual([
      {
        message: expect.stringMatching(/^document:4:31: .* \(unawaited-callback\)\n/),
        node,
        severity: "warning",
      },
    ]);
  });

  test("goes to `report` too, for hosts that keep reports to themselves", () => {
    const told: string[] = [];
    visit(unawaited, { report: (message) => told.push(message) });
    expect(told).toEqual([expect.stringMatching(/^document:4:31: .* \(unawaited-callback\)\n/)]);
  });

  test("is handed to a fallback", () => {
    const errorFallback: SatteriSlantOptions["errorFallback"] = (node, diagram, error) => ({
      ...node,
      lang: "text",
      value: `${diagram} ${error.message.split(":")[1]}`,
    });
    expect(visit("a {", { errorFallback }).shown).toMatchObject({
      type: "code",
      lang: "text",
      value: "a { 4",
    });
  });

  test("in the options throws at once", () => {
    expect(() => satteriSlant({ strategy: "png" as never })).toThrow(
      "satteriSlant: the option `strategy` must be one of",
    );
    expect(satteriDefault).toBe(satteriSlant);
  });
});
