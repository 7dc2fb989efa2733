import picomatch from "picomatch";
import type { Config, Settings } from "./config.ts";

/**
 * What a configuration says for one file.
 *
 * In:     a valid configuration, and the file's path from where the globs start, with `/`.
 * Out:    its own settings, and over them those of every override that matches, in their order; rules and limits are put together.
 * Says:   nothing.
 * Cost:   linear in the overrides.
 */
export const settingsFor = (config: Config, path: string): Settings => {
  const { $schema: _schema, overrides = [], root: _root, ...own } = config;
  let settings: Settings = own;
  for (const { files, ...more } of overrides) {
    if (![files].flat().some((glob) => matches(glob, path))) continue;
    const rules = { ...settings.rules, ...more.rules };
    const limits = { ...settings.limits, ...more.limits };
    settings = { ...settings, ...more, rules, ...(Object.keys(limits).length > 0 && { limits }) };
  }
  return settings;
};

const matches = (glob: string, path: string): boolean => {
  const plain = glob.replace(/^\.\//, "");
  return picomatch(plain.includes("/") ? plain : `**/${plain}`, { dot: true })(path);
};
