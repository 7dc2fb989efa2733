import { execFileSync, spawnSync } from "node:child_process";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { launchChromium } from "../browser/chromium.ts";

/** A site that was built with the package as it would be published. */
export interface BuiltSite {
  /** What the build printed. */
  readonly log: string;
  readonly fileText: (path: string) => string;
  /** Opens a page of it. */
  readonly open: (path: string, options?: Parameters<Browser["newPage"]>[0]) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Installs what a site is locked to, and the packed package in it. */
export const installSite = (name: string): void => {
  const folder = join("test/sites", name);
  const wanted = readFileSync(join(folder, "package-lock.json"), "utf8");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(installed) || !isInstalled(wanted, readFileSync(installed, "utf8"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
      cwd: folder,
      stdio: "ignore",
    });
  }
  unpackInto(join(folder, "node_modules/slant"));
};

/** Puts the configuration of the guide where a site's own takes it from, with the strategy that is to be tried. */
export const writeGuide = (heading: string, path: string, strategy: string): void => {
  const page = readFileSync("docs/docs-sites.md", "utf8");
  const [, text] =
    new RegExp(`^## ${heading}\\n[^#]*?^\`\`\`js\\n// \\S+\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page) ?? [];
  if (text === undefined) throw new Error(`the guide has no configuration for ${heading}`);
  writeFileSync(join("test/sites", path), text.replace('"inline-svg"', JSON.stringify(strategy)));
};

/** Builds it; the tests look at its output, so a failure is theirs to judge. */
export const buildSite = (name: string, env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: join("test/sites", name),
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CI: "1", ...env },
    timeout: 300_000,
  });
  return { status, log: stdout + stderr };
};

/** Serves what was built. */
export const openSite = async (name: string, log: string): Promise<BuiltSite> => {
  const root = join("test/sites", name, "node_modules/.site");
  const server = await serve(root);
  const browser = await launchChromium();
  const { port } = server.address() as AddressInfo;
  return {
    log,
    fileText: (path) => readFileSync(join(root, path), "utf8"),
    open: async (path, options) => {
      // a picture is looked at when its page stands still
      const page = await browser.newPage({ reducedMotion: "reduce", ...options });
      await page.goto(`http://127.0.0.1:${port}/${path}`, { waitUntil: "networkidle" });
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
};

/** The plug-ins' strategies, and where each puts its pictures. */
export const strategies = [
  ["inline-svg", "figure.slant > svg"],
  ["img-svg", "figure.slant > img"],
] as const;

/** A site as the guide configures it, built without a fault and served. */
export const builtByGuide = async (
  name: string,
  heading: string,
  strategy: string,
  guide = `${name}/guide.mjs`,
): Promise<BuiltSite> => {
  writeGuide(heading, guide, strategy);
  const { status, log } = buildSite(name);
  expect([status, status === 0 ? "" : log]).toEqual([0, ""]);
  return await openSite(name, log);
};

/** Whether a picture of 500 px stays as it is when the page's toggle brings night. */
export const followsToggle = async (page: Page, selector: string): Promise<void> => {
  const day = await seenPicture(page, selector);
  expect(day).toMatchObject({ width: 500, ground: "ffffff" });
  expect(day.colours).toBeGreaterThan(10);
  await page.click("button");
  const night = await seenPicture(page, selector);
  expect(night).toMatchObject({ width: 500, height: day.height });
  expect(Number.parseInt(night.ground.slice(0, 2), 16)).toBeLessThan(64);
};

/** What a reader sees of a picture: where it is, and the colour of its ground as it is on the screen. */
export const seenPicture = async (page: Page, selector: string) => {
  const picture = page.locator(selector).first();
  // one page may still fade into the other
  await page.evaluate(`(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  })()`);
  await picture.scrollIntoViewIfNeeded();
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
  const { PNG } = await import("pngjs");
  const { data, width: across } = PNG.sync.read(await picture.screenshot());
  const inside = 4 * (4 * across + 4);
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.subarray(at, at + 3).toString("hex"));
  return { width, height, ground: data.subarray(inside, inside + 3).toString("hex"), colours: colours.size };
};

/** Whether readers see and hear the picture that a page asks for by the name of a file, and one in a list. */
export const seesOtherPictures = async (page: Page): Promise<void> => {
  const ofFile = page.getByRole("img", { name: "From a file" });
  await ofFile.scrollIntoViewIfNeeded();
  expect((await ofFile.boundingBox())?.width).toBeGreaterThan(150);
  const inList = page.locator("li figure.slant > *");
  await inList.scrollIntoViewIfNeeded();
  expect((await inList.boundingBox())?.width).toBeGreaterThan(100);
};

const isInstalled = (wanted: string, installed: string): boolean => {
  const there = JSON.parse(installed).packages;
  const isOptional = (entry: { optional?: boolean; devOptional?: boolean }) =>
    entry.optional || entry.devOptional;
  return Object.entries<{ version?: string; optional?: boolean }>(JSON.parse(wanted).packages).every(
    ([path, entry]) => path === "" || isOptional(entry) || there[path]?.version === entry.version,
  );
};

const unpackInto = (folder: string): void => {
  const temporary = mkdtempSync(join(tmpdir(), "slant-site-"));
  const packed = execFileSync(
    "npm",
    ["pack", "--ignore-scripts", "--json", "--pack-destination", temporary],
    {
      encoding: "utf8",
    },
  );
  const [{ filename }] = JSON.parse(packed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // what it depends on is found above it, in the project's own node_modules
  execFileSync("tar", ["-xzf", join(temporary, filename), "--strip-components=1", "-C", folder]);
  rmSync(temporary, { recursive: true });
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

const serve = async (root: string): Promise<Server> => {
  const server = createServer(({ url = "/" }, response) => {
    const asked = join(root, decodeURIComponent(new URL(url, "http://site").pathname));
    const path = [asked, `${asked}.html`, join(asked, "index.html")].find((each) =>
      statSync(each, { throwIfNoEntry: false })?.isFile(),
    );
    if (path === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
};
