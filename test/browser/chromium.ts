import { type Browser, chromium, type Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll } from "vitest";
import { countFaults, type SeenFaults } from "./count-faults.ts";

/** A Chromium that does nothing beside what it is told. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });

/** Shows a picture alone on a page, with its letters; `css` is the page's own. */
export const showOn = async (page: Page, picture: string, css = "svg{display:block}"): Promise<void> => {
  await page.setContent(`<!doctype html><style>body{margin:0}${css}</style>${picture}`);
  await page.evaluate("document.fonts.ready.then(() => 0)");
};

/** The pixels of the picture on a page. */
export const pixelsOn = async (page: Page): Promise<PNG> =>
  PNG.sync.read(await page.locator("svg").screenshot());

/** One page for the tests of a file: pictures are shown on it one after another. */
export const onePage = () => {
  let browser: Browser | undefined;
  let page: Page | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
  });
  afterAll(() => browser?.close());
  const opened = (): Page => {
    if (page === undefined) throw new Error("the page is open inside of tests only");
    return page;
  };
  return {
    page: opened,
    pixels: async (picture: string): Promise<PNG> => {
      await showOn(opened(), picture);
      return await pixelsOn(opened());
    },
    /** What a reader would see as wrong. */
    faults: async (picture: string): Promise<SeenFaults> => {
      await showOn(opened(), picture);
      return await opened().evaluate<SeenFaults>(countFaults);
    },
  };
};

/** Nothing wrong. */
export const noFaults = { overlaps: [], crossed: [], outside: [] };
