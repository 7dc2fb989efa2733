import { type AttributeFacts, attributes } from "../src/language/attributes.ts";

/** Statement words whose value may be a list of names. */
const listedWords = ["lifelines", "await", "on", "cancel", "detach", "stored", "arrive", "create", "destroy"];

const listTypes: ReadonlySet<string> = new Set(["names", "texts", "participants"]);

const listedAttributes = Object.entries<AttributeFacts>(attributes)
  .filter(([, { type }]) => listTypes.has(type))
  .map(([name]) => name);

const words: ReadonlySet<string> = new Set(listedWords);
const names: ReadonlySet<string> = new Set(listedAttributes);

/** Whether a value of `key` that starts with `[` is a list; `single` when the key is the whole path. */
export const takesList = (key: string, single: boolean): boolean =>
  names.has(key) || (single && words.has(key));
