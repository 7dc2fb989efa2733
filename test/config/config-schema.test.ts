import { readFileSync } from "node:fs";
import ajvModule from "ajv";
import { describe, expect, test } from "vitest";
import { type Config, defineConfig } from "../../src/config/config.ts";
import { complaintsAboutConfig, configSchema } from "../../src/config/config-shape.ts";

const Ajv = ajvModule.default;
const validate = new Ajv({ allErrors: true }).compile(configSchema);

const whole = {
  $schema: "./node_modules/slant/dist/config.schema.json",
  extends: "strict",
  rules: { "unawaited-callback": "warning", "missing-reply": "off" },
  theme: "dark",
  darkTheme: "dark",
  fonts: "system",
  root: "flows",
  limits: { sourceBytes: 20_000_000, nesting: 512 },
  overrides: [
    { files: "legacy/**", extends: "recommended", rules: { "callback-missing": "info" } },
    { files: ["*.md", "docs/**"], theme: "mono", limits: { labelLength: 100 } },
  ],
} as const satisfies Config;

const values: readonly (readonly [string, unknown, boolean])[] = [
  ["everything", whole, true],
  ["nothing", {}, true],
  ["no object", [], false],
  ["an unknown setting", { rule: {} }, false],
  ["an unknown rule", { rules: { nope: "off" } }, false],
  ["a wrong level", { rules: { "missing-reply": "warn" } }, false],
  ["a level that is no text", { rules: { "missing-reply": 1 } }, false],
  ["an unknown preset", { extends: "loose" }, false],
  ["several presets", { extends: ["all"] }, false],
  ["an unknown theme", { theme: "nope" }, false],
  ["an override without files", { overrides: [{}] }, false],
  ["an override of no files", { overrides: [{ files: [] }] }, false],
  ["an override in an override", { overrides: [{ files: "x", overrides: [] }] }, false],
  ["an empty root", { root: "" }, false],
  ["an unknown limit", { limits: { files: 3 } }, false],
  ["a limit of nothing", { limits: { statements: 0 } }, false],
  ["half a limit", { limits: { statements: 1.5 } }, false],
  ["a limit in words", { limits: { statements: "many" } }, false],
  ["a limit that is too high", { limits: { nesting: 513 } }, false],
  ["limits that are none", { limits: [] }, false],
  ["names of every object", { rules: { constructor: "off" } }, false],
];

describe("the schema and the command judge alike", () => {
  test.each(values)("%s", (_, value, isRight) => {
    expect(validate(value)).toBe(isRight);
    expect(complaintsAboutConfig(value).length === 0).toBe(isRight);
  });
});

test("every mistake is told, not only the first", () => {
  expect(complaintsAboutConfig({ extends: "loose", overrides: [{ theme: 1 }], x: 1 })).toEqual([
    "`extends` must be one of `recommended`, `strict`, `all`, and is `loose`",
    "`overrides[0]` must have `files`",
    "`overrides[0].theme` must be a theme, and is `1`",
    "the configuration has no setting `x`",
  ]);
});

test("the package brings the schema", () => {
  expect(JSON.parse(readFileSync("dist/config.schema.json", "utf8"))).toEqual(configSchema);
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(exports["./config.schema.json"]).toBe("./dist/config.schema.json");
});

test("defineConfig returns what it is given", () => {
  expect(defineConfig(whole)).toBe(whole);
});
