import { expect, test } from "vitest";
import { themeNames } from "../../src/language/theme-names.ts";
import { themes } from "../../src/theme/themes.ts";

test("a text may ask for every theme, and for no other", () => {
  expect(themeNames).toEqual(Object.keys(themes));
});
