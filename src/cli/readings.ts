import { sha256 } from "../node/sha256.ts";

/** Reads a text; throws when it cannot. */
export type ReadFile = (path: string) => string;

/** What else a result came from: a hash of each text that was read, by path, and nothing for one that could not be. */
export type Readings = Readonly<Record<string, string | null>>;

/** A reader that writes down what it read. */
export const recorded = (read: ReadFile): { readonly readFile: ReadFile; readonly readings: Readings } => {
  const readings: Record<string, string | null> = {};
  const readFile: ReadFile = (path) => {
    readings[path] = null;
    const text = read(path);
    readings[path] = sha256(text);
    return text;
  };
  return { readFile, readings };
};

/** The texts of readings, if all are as they were. */
export const textsOf = (
  readings: Readings,
  read: ReadFile | undefined,
): Readonly<Record<string, string>> | undefined => {
  const texts: Record<string, string> = {};
  for (const [path, hash] of Object.entries(readings)) {
    const text = attempt(() => read?.(path));
    if ((text === undefined ? null : sha256(text)) !== hash) return undefined;
    if (text !== undefined) texts[path] = text;
  }
  return texts;
};

const attempt = <T>(step: () => T): T | undefined => {
  try {
    return step();
  } catch {
    return undefined;
  }
};
