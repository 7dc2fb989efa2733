import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderSync } from "../../src/index.ts";

/** The pictures that the pages show, each with the flow that it is of. */
const pictures = {
  "sign-up": "fixtures/gallery/sign-up.slant",
  first: "docs/first.slant",
};

test.each(Object.entries(pictures))(
  "docs/pictures/%s.svg is the picture of %s (`npm run docs` draws it)",
  async (name, path) => {
    const { output } = renderSync({ name: path, text: readFileSync(path, "utf8") });
    await expect(output).toMatchFileSnapshot(`../../docs/pictures/${name}.svg`);
  },
);
