import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import pixelmatch from "pixelmatch";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scene } from "../../src/layout/scene.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { allPieces } from "../../src/text/all-pieces.ts";
import { type ThemeName, themes } from "../../src/theme/themes.ts";
import { signUp } from "../render/sample-scene.ts";
import { launchChromium, pixelsOn, showOn } from "./chromium.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const withPage = async <T>(
  options: Parameters<Browser["newPage"]>[0],
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const page = await browser.newPage(options);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
};

const drawn = (scene: Scene, theme: ThemeName): string =>
  renderSvg(scene, { ...themes[theme], pieces: allPieces });

const scale = 2;

const inChromium = (picture: string): Promise<PNG> =>
  withPage({ deviceScaleFactor: scale, viewport: { width: 1200, height: 800 } }, async (page) => {
    await showOn(page, picture);
    return await pixelsOn(page);
  });

const inResvg = (picture: string): PNG => {
  const fontFiles = ["Regular", "Medium", "SemiBold", "Italic"].map((face) =>
    at(`src/text/fonts/SlantInter-${face}.ttf`),
  );
  const font = { loadSystemFonts: false, fontFiles };
  return PNG.sync.read(new Resvg(picture, { fitTo: { mode: "zoom", value: scale }, font }).render().asPng());
};

/** The share of pixels that differ, the soft edges of shapes and letters aside. */
const difference = (one: PNG, other: PNG): number => {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const { width, height } = one;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.2 }) / (width * height);
};

const withoutWords = (scene: Scene): Scene => ({
  ...scene,
  groups: scene.groups.map((group) => ({
    ...group,
    marks: group.marks.filter(({ kind }) => kind !== "text"),
  })),
});

describe("Chromium and resvg draw alike", () => {
  test.each(["light", "dark", "mono", "contrast"] as const)("%s", async (theme) => {
    const shapes = drawn(withoutWords(signUp), theme);
    expect(difference(await inChromium(shapes), inResvg(shapes))).toBeLessThan(0.0002);
    const whole = drawn(signUp, theme);
    expect(difference(await inChromium(whole), inResvg(whole))).toBeLessThan(0.002);
  });

  test("the light side of a picture with two", async () => {
    const [both, light] = [drawn(signUp, "auto"), drawn(signUp, "light")];
    expect(difference(inResvg(both), inResvg(light))).toBe(0);
    expect(difference(await inChromium(both), await inChromium(light))).toBe(0);
  });
});

test("a picture painted by attributes is the same picture", async () => {
  const by = (paint: "sheet" | "attributes"): string => renderSvg(signUp, { ...themes.light, paint });
  expect(difference(inResvg(by("sheet")), inResvg(by("attributes")))).toBe(0);
  expect(difference(await inChromium(by("sheet")), await inChromium(by("attributes")))).toBe(0);
});

describe("day and night", () => {
  const { theme, dark } = themes.auto;
  const picture = drawn(signUp, "auto");
  const image = `<img src="data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}">`;
  const markup = { inline: picture, "as an image": image } as const;

  /** The colour of the paper, beside the title. */
  const ground = (os: "light" | "dark", page: string, how: keyof typeof markup, css = ""): Promise<string> =>
    withPage({ colorScheme: os }, async (tab) => {
      await tab.setContent(
        `<!doctype html><style>html{color-scheme:${page}}body{margin:0;${css}}</style>${markup[how]}`,
      );
      await tab.waitForFunction("[...document.images].every((one) => one.complete)");
      const { data } = PNG.sync.read(await tab.screenshot({ clip: { x: 4, y: 4, width: 1, height: 1 } }));
      return `#${data.toString("hex", 0, 3)}`;
    });

  test.each([
    ["light", "light", "inline", theme.ground],
    ["light", "dark", "inline", dark.ground],
    ["dark", "light", "inline", theme.ground],
    ["dark", "light dark", "inline", dark.ground],
    ["dark", "normal", "inline", theme.ground],
    ["light", "dark", "as an image", dark.ground],
    ["dark", "light", "as an image", theme.ground],
    ["dark", "light dark", "as an image", dark.ground],
  ] as const)("reader in the %s, page %s, %s: %s", async (os, page, how, expected) => {
    expect(await ground(os, page, how)).toBe(expected);
  });

  test("a page may set the colours itself", async () => {
    expect(await ground("light", "light", "inline", "--slant-ground:#123456")).toBe("#123456");
  });

  test("a page's own rules do not reach the picture", async () => {
    const hostile =
      "svg path{fill:red;stroke:red;stroke-width:9} svg text{fill:red;stroke:red}" +
      "body{text-transform:uppercase;letter-spacing:3px;font:italic 700 40px serif;direction:rtl;fill:red;stroke-width:9}";
    const shot = (css: string): Promise<PNG> =>
      withPage({ viewport: { width: 1200, height: 800 } }, async (page) => {
        await showOn(page, drawn(signUp, "light"), css);
        return await pixelsOn(page);
      });
    expect(difference(await shot(""), await shot(hostile))).toBe(0);
  });
});

describe("in a page", () => {
  test("a strict XML parser reads the picture", async () => {
    const read = await withPage({}, (page) =>
      page.evaluate(
        (text) => {
          const { DOMParser } = globalThis as unknown as {
            DOMParser: new () => {
              parseFromString(text: string, type: string): { documentElement: { nodeName: string } };
            };
          };
          return new DOMParser().parseFromString(text, "image/svg+xml").documentElement.nodeName;
        },
        drawn(signUp, "auto"),
      ),
    );
    expect(read).toBe("svg");
  });

  test("the renderer writes the same bytes over the page's own DOM", async () => {
    const words = `"quoted" & <b> \u00a0 'x' ]]>`;
    const scene: Scene = {
      ...signUp,
      title: words,
      groups: signUp.groups.map((group) => ({ ...group, tooltip: words })),
    };
    const inPage = await withPage({}, async (page) => {
      await page.route("http://slant.test/**", (route) => {
        const path = new URL(route.request().url()).pathname;
        return path === "/"
          ? route.fulfill({
              contentType: "text/html",
              body: `<!doctype html><script type="importmap">${importMap}</script>`,
            })
          : route.fulfill({ contentType: "text/javascript", body: moduleAt(path.slice(1)) });
      });
      await page.goto("http://slant.test/");
      return page.evaluate(
        `import("/src/render/svg.ts").then(({ renderSvg }) => renderSvg(...${JSON.stringify([scene, themes.auto])}))`,
      );
    });
    expect(inPage).toBe(renderSvg(scene, { ...themes.auto }));
  });
});

const importMap = JSON.stringify({
  imports: { "@svgdotjs/svg.js": "/node_modules/@svgdotjs/svg.js/dist/svg.esm.js" },
});

/** A module of ours as a browser reads it; the seam gives it the page's DOM. */
const moduleAt = (path: string): string => {
  if (path.endsWith("/dom.ts")) return 'export * from "./dom-browser.ts";';
  const text = existsSync(at(path)) ? readFileSync(at(path), "utf8") : "";
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  return path.endsWith(".ts") ? outputText : text;
};
