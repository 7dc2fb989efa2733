import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { renderSync } from "../../src/index.ts";
import { shell } from "./examples.ts";
import { flowsOf, type PageFlow, pages, picturesThere, reader } from "./flows.ts";

/** Pictures of flows that stand in files of their own. */
const ofFiles: Readonly<Record<string, string>> = {
  "docs/pictures/sign-up.svg": "fixtures/gallery/sign-up.slant",
};

/** Maps of all flows in a folder. */
const ofFolders: Readonly<Record<string, string>> = {
  "docs/pictures/map-gallery.svg": "fixtures/gallery",
};

const ofPages: readonly (readonly [picture: string, page: string, flow: PageFlow])[] = pages.flatMap((page) =>
  flowsOf(readFileSync(page, "utf8")).flatMap((flow) =>
    flow.picture === undefined ? [] : [[join(dirname(page), flow.picture), page, flow] as const],
  ),
);

test.each(ofPages)(
  "%s is the picture of the flow above it on %s (`npm run docs` draws it)",
  async (picture, _, flow) => {
    const { output, diagnostics } = renderSync(flow, { readFile: reader(flow) });
    expect(diagnostics).toEqual([]);
    await expect(output).toMatchFileSnapshot(`../../${picture}`);
  },
);

test.each(Object.entries(ofFiles))(
  "%s is the picture of %s (`npm run docs` draws it)",
  async (picture, path) => {
    const { output } = renderSync({ name: path, text: readFileSync(path, "utf8") });
    await expect(output).toMatchFileSnapshot(`../../${picture}`);
  },
);

test.each(Object.entries(ofFolders))(
  "%s is the map of %s (`npm run docs` draws it)",
  async (picture, folder) => {
    const { code, shown } = shell(`slant map ${folder} --no-links -o - 2> /dev/null`, ".");
    expect(code).toBe(0);
    await expect(shown).toMatchFileSnapshot(`../../${picture}`);
  },
);

test("no picture is left over, and each is of one flow", () => {
  const known = [...ofPages.map(([picture]) => picture), ...Object.keys(ofFiles), ...Object.keys(ofFolders)];
  expect(picturesThere("docs/pictures").filter((path) => !known.includes(path))).toEqual([]);
  expect(known.filter((path, at) => known.indexOf(path) !== at)).toEqual([]);
});
