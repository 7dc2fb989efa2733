import { expect, test } from "vitest";
import { dark } from "../../src/theme/dark.ts";
import { light } from "../../src/theme/light.ts";
import { mono } from "../../src/theme/mono.ts";
import { resolveTheme } from "../../src/theme/resolve-theme.ts";

test.each([
  ["nothing is the light theme with its dark side", undefined, undefined, { theme: light, dark }],
  ["auto is the same", "auto", undefined, { theme: light, dark }],
  ["a theme by name stays itself in the dark", "light", undefined, { theme: light }],
  ["a dark side of one's own", "mono", "dark", { theme: mono, dark }],
  ["of a theme with a dark side, that side", "mono", "auto", { theme: mono, dark }],
])("%s", (_, name, darkName, expected) => {
  expect(resolveTheme(name, darkName)).toEqual(expected);
});

test.each([
  ["drak", "There is no theme `drak`: did you mean `dark`?"],
  ["Light", "did you mean `light`?"],
  ["contrsat", "did you mean `contrast`?"],
  ["constructor", "There is no theme `constructor`"],
  ["", "There are `auto`, `light`, `dark`, `mono`, `contrast`."],
])("an unknown name, %j, is answered with the nearest one", (name, words) => {
  expect(() => resolveTheme(name)).toThrow(TypeError);
  expect(() => resolveTheme(name)).toThrow(words);
});

test("a mistyped dark theme is called that", () => {
  expect(() => resolveTheme("light", "dusk")).toThrow("There is no dark theme `dusk`: did you mean `dark`?");
});
