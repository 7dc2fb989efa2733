import type { Plugin } from "rolldown";

/**
 * Writes what is not ASCII as escapes. V8 keeps a text of such characters alone at a byte each, and Node reads it without
 * decoding: the half of a start that has its code compiled already.
 */
export const sevenBits = (): Plugin => ({
  name: "seven-bits",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      if (/String\.raw`[^`]*[^\0-\x7f]|(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(file.code))
        throw new Error(
          `${file.fileName} holds what is not ASCII, and would mean something else as an escape.`,
        );
      file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
});

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
