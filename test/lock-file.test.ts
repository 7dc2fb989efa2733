import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
).packages;

/** Where `name` may stand for what is installed in `folder`: there, or in a folder around it. */
const placesOf = (folder: string, name: string): readonly string[] => {
  const outer = folder
    .split(/(?:^|\/)node_modules\//)
    .slice(1, -1)
    .map((part) => `node_modules/${part}`);
  const folders = [folder, ...outer.map((_, index) => outer.slice(0, outer.length - index).join("/")), ""];
  return folders.map((each) => `${each === "" ? "" : `${each}/`}node_modules/${name}`);
};

test("every platform's part of a package is locked, so that `npm ci` works on each (npm may forget the others)", () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(folder, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
  expect(Object.values(packages).filter(({ version }) => version === undefined)).toEqual([]);
});

test("no address of a registry is locked, so that every registry serves", () => {
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});

test("what the project asks for is pinned exactly", () => {
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const asked = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
