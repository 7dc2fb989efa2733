/**
 * Slant: draws asynchronous flows, and reports callbacks that nobody awaits.
 *
 * Everything here is a function of its arguments: no global state, no file, no network, and any number of calls may run
 * side by side. Bad sources never throw; wrong options throw a TypeError that says which.
 *
 * @module slant
 */

export { compile, type Meaning } from "./api/compile.ts";
export { type Formatted, format } from "./api/format.ts";
export type { CompileOptions, ImportOptions, Input, LimitOptions } from "./api/input.ts";
export { type Linted, type LintOptions, lint } from "./api/lint.ts";
export type { Rendered, RenderOptions } from "./api/readied.ts";
export { type PrepareOptions, prepare, render } from "./api/render.ts";
export { renderSync } from "./api/render-sync.ts";
export { type RuleFacts, rules } from "./api/rules.ts";
export type { PresetName } from "./check/presets.ts";
export { type Config, defineConfig, type Override, type Settings } from "./config/config.ts";
export type { SyncFormat } from "./draw.ts";
export type { Flow } from "./flow/flow.ts";
export type { Level } from "./options.ts";
export type { Picture, PictureFormat, PictureOf } from "./picture-formats.ts";
export type {
  LocatedDiagnostic,
  LocatedEdit,
  LocatedFix,
  LocatedNote,
  LocatedSchedule,
  LocatedStep,
  Place,
} from "./report/locate.ts";
export type { Severity } from "./source/diagnostic.ts";
export type { Limits } from "./source/limits.ts";
export type { Source } from "./source/source.ts";
export type { Ast } from "./syntax/ast.ts";
export { themes } from "./theme/themes.ts";
