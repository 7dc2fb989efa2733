import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockedIn = (folder: string): Readonly<Record<string, Locked>> =>
  JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;

/** The project, and the sites that its tests build. */
const folders = [
  ".",
  ...readdirSync("test/sites", { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => `test/sites/${name}`),
];

/** Where `name` may stand for what is installed in `folder`: there, or in a folder around it. */
const placesOf = (folder: string, name: string): readonly string[] => {
  const outer = folder
    .split(/(?:^|\/)node_modules\//)
    .slice(1, -1)
    .map((part) => `node_modules/${part}`);
  const folders = [folder, ...outer.map((_, index) => outer.slice(0, outer.length - index).join("/")), ""];
  return folders.map((each) => `${each === "" ? "" : `${each}/`}node_modules/${name}`);
};

test.each(folders)(
  "%s: every platform's part of a package is locked, so that `npm ci` works on each",
  (place) => {
    // npm forgets those that it could not have installed itself
    const packages = lockedIn(place);
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !placesOf(folder, name).some((place) => place in packages),
      ),
    );
    expect(missing).toEqual([]);
    const installed = Object.entries(packages).filter(([folder]) => folder !== "");
    expect(installed.filter(([, { version }]) => version === undefined)).toEqual([]);
  },
);

test.each(folders)("%s: no address of a registry is locked, so that every registry serves", (folder) => {
  expect(Object.values(lockedIn(folder)).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});

test.each(folders)("%s: what is asked for is pinned exactly", (folder) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const asked = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
