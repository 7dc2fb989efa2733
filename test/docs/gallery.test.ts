import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, type RenderOptions, renderSync, type SyncFormat } from "../../src/index.ts";

const flowsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".slant"))
    .map((file) => {
      const path = `${folder}/${file}`;
      const text = readFileSync(path, "utf8");
      const name = file.replace(".slant", "");
      const { flow } = compile(text);
      return { name, path, text, title: flow.title?.text ?? name, description: flow.description ?? "" };
    });

const gallery = flowsIn("fixtures/gallery");
const stress = flowsIn("fixtures/stress");

/** Every picture of the page, by its file. */
const pictures = [
  ...gallery.flatMap((flow) =>
    (["light", "dark"] as const).map((theme) => ({
      file: `${flow.name}-${theme}.svg`,
      flow,
      options: { theme },
    })),
  ),
  ...gallery.map((flow) => ({ file: `${flow.name}.txt`, flow, options: { format: "txt" } as const })),
  ...stress.map((flow) => ({ file: `stress-${flow.name}.svg`, flow, options: {} })),
] satisfies readonly {
  readonly file: string;
  readonly flow: (typeof gallery)[number];
  readonly options: RenderOptions<SyncFormat>;
}[];

test.each(pictures)("docs/gallery/$file (`npm run docs` draws it)", async ({ file, flow, options }) => {
  const { output, diagnostics } = renderSync({ name: flow.path, text: flow.text }, options);
  expect(diagnostics).toEqual([]);
  await expect(output).toMatchFileSnapshot(`../../docs/gallery/${file}`);
});

const inBothLights = ({ name, title, description, path }: (typeof gallery)[number]): string => `## ${title}

${description === "" ? "" : `${description}\n\n`}[The flow](../${path}), and [as text](gallery/${name}.txt).

![${title}, by day](gallery/${name}-light.svg)

![${title}, by night](gallery/${name}-dark.svg)
`;

const page = `# The gallery

Flows as a team would publish them, each drawn by day, by night, and as text. \`npm run docs\` draws them.

${gallery.map(inBothLights).join("\n")}
# What is asked of pictures

Flows that nobody would write: to see that nothing overlaps, nothing is cut off, and everything can still be read.

${stress.map(({ name, title, path }) => `## ${title}\n\n[The flow](../${path})\n\n![${title}](gallery/stress-${name}.svg)\n`).join("\n")}`;

test("docs/gallery.md shows them (`npm run docs` writes it), and no picture is left over", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/gallery.md");
  const files: readonly string[] = pictures.map(({ file }) => file);
  expect(readdirSync("docs/gallery").filter((name) => !files.includes(name))).toEqual([]);
});
