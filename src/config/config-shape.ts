import { presets } from "../check/presets.ts";
import { rules } from "../check/rules.ts";
import { levels } from "../options.ts";
import { type Limits, limitFacts, limitNames } from "../source/limits.ts";
import { systemRules } from "../system/system-rules.ts";
import { themes } from "../theme/themes.ts";
import type { Config, Override, Settings } from "./config.ts";
import { complaintsAbout, type ObjectShape, type Shape, schemaOf } from "./shape.ts";

const themeNames = Object.keys(themes);

/** Its number, with what is usual: that is what an editor shows. */
const limitShape = (name: keyof Limits): Shape => {
  const { about, usual, ...bounds } = limitFacts[name];
  return { kind: "count", about: `${about} Usually ${usual.toLocaleString("en-US")}.`, ...bounds };
};

const settings = {
  extends: {
    kind: "choice",
    about:
      "Which rules run: `recommended` where nothing is said; `strict` adds rules that are right more often than not, `all` adds the rest.",
    noun: "preset",
    of: Object.keys(presets),
  },
  rules: {
    kind: "object",
    about: "What a rule's findings count as, by its code. A rule named here runs with every preset.",
    noun: "rule",
    keys: Object.fromEntries(
      [...rules, ...systemRules].map(({ code, summary }): [string, Shape] => [
        code,
        { kind: "choice", about: summary, noun: "level", of: levels },
      ]),
    ),
  },
  theme: { kind: "choice", about: "How pictures are coloured.", noun: "theme", of: themeNames },
  darkTheme: {
    kind: "choice",
    about: "How pictures are coloured for readers who prefer dark.",
    noun: "theme",
    of: themeNames,
  },
  fonts: {
    kind: "choice",
    about: "Whether pictures bring their letters with them, or leave them to the reader's system.",
    noun: "way",
    of: ["embed", "system"],
  },
  limits: {
    kind: "object",
    about: "How large a text may be, where the usual limits do not fit.",
    noun: "limit",
    keys: Object.fromEntries(limitNames.map((name) => [name, limitShape(name)])),
  },
} as const satisfies Record<keyof Settings, Shape>;

const override: ObjectShape = {
  kind: "object",
  about: "Settings for some files.",
  noun: "setting",
  keys: {
    files: {
      kind: "texts",
      about: "Globs, relative to the configuration's folder; one without a `/` matches in every folder.",
    },
    ...settings,
  } satisfies Record<keyof Override, Shape>,
  required: ["files"],
};

/** A whole configuration. */
const configShape: ObjectShape = {
  kind: "object",
  about: "The configuration of Slant.",
  noun: "setting",
  keys: {
    $schema: { kind: "text", about: "The JSON Schema that describes this file." },
    ...settings,
    overrides: { kind: "list", about: "Settings for some files; a later one wins.", item: override },
    root: {
      kind: "text",
      about: "The folder that imports may not leave, relative to the configuration's own.",
    },
  } satisfies Record<keyof Config, Shape>,
};

/** What is wrong with a configuration: one sentence for each mistake. */
export const complaintsAboutConfig = (value: unknown): readonly string[] =>
  complaintsAbout(value, configShape);

/** What editors complete and check a configuration with. Source: JSON Schema draft 7, which editors know best. */
export const configSchema: object = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Slant configuration",
  ...schemaOf(configShape),
};
