/** A statement of Mermaid or PlantUML, as the key of an entry, and what Slant says instead. */
export interface ForeignStatement {
  readonly pattern: RegExp;
  /** What the entry has behind its key: nothing if absent; a value in `Note over A: text`, a map in `links A: {…}`. */
  readonly behind?: "value" | "map";
  /** The last word may be a participant's own name too: it counts where it is one, and the whole key is none. */
  readonly ambiguous?: true;
  /** The same in Slant, empty where it is left out; `value` is what stands behind the key, as written. */
  readonly slant: (found: RegExpExecArray, value: string) => string;
  /** Why, or what to do, where there is nothing to write. */
  readonly help?: string;
  /** What is to be known of what is written instead. */
  readonly note?: string;
}

const kinds: Readonly<Record<string, string>> = {
  actor: "person",
  boundary: "external",
  database: "store",
  queue: "queue",
  collections: "topic",
};

/** A participant, declared with a word before its name, and perhaps a second name. */
const declared = (word: string, name: string, alias?: string): string => {
  const plain = (text: string): string => text.trim().replace(/^"(.*)"$/, "$1");
  // PlantUML writes the label first, and may quote it; Mermaid writes the key first. A key is the shorter of the two.
  const isLabelFirst = alias !== undefined && (/^"/.test(name) || alias.trim().length < name.trim().length);
  const [key, label] = alias === undefined ? [name] : isLabelFirst ? [alias, name] : [name, alias];
  const kind = kinds[word.toLowerCase()];
  const head = label === undefined ? plain(key) : `${plain(key)}: ${plain(label)}`;
  return kind === undefined ? head : `${head} { kind: ${kind} }`;
};

const names = (text: string): string =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .join("; ");

/** What Mermaid shows in a menu at a participant: here, the first link of it. */
const linked = (name: string, url: string | undefined): string =>
  url === undefined ? `${name.trim()}: { link: … }` : `${name.trim()}: { link: ${quotedText(url)} }`;

const quotedText = (text: string): string => JSON.stringify(text).replaceAll("${", "\\${");

const oneLink = "a participant has one link";
const noMenu = "remove it, or say it in the participant's `tooltip`";

/** Every foreign statement that is read as a name; arrows of other languages are `unknown-operator`. */
export const foreignStatements: readonly ForeignStatement[] = [
  { pattern: /^sequenceDiagram$/, slant: () => "", help: "remove it: a Slant file needs no heading" },
  { pattern: /^@(?:start|end)\w+.*$/, slant: () => "", help: "remove it: a Slant file needs no frame" },
  {
    pattern: /^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/i,
    slant: ([, word = "", name = "", alias]) => declared(word, name, alias),
  },
  {
    pattern: /^(boundary|control|entity|database|collections|queue)\s+(.+)\s+as\s+(.+)$/i,
    slant: ([, word = "", name = "", alias]) => declared(word, name, alias),
  },
  {
    pattern: /^(boundary|control|entity|database|collections|queue)\s+(\S+)$/i,
    ambiguous: true,
    slant: ([, word = "", name = ""]) => declared(word, name),
  },
  {
    pattern: /^(?:de)?activate\s+.+$/i,
    slant: () => "",
    help: "remove it: a call and its reply say when somebody is at work; `api.job` names a span",
  },
  {
    pattern: /^end(?:\s*(?:note|box|ref|group|if|loop))?$/,
    slant: () => "",
    help: "write `}` where the fragment's `{` closes",
  },
  { pattern: /^autonumber\b.*$/, slant: () => "config: { numbering: true }" },
  {
    pattern: /^[hr]?note\s+over\s+(.+)$/i,
    behind: "value",
    slant: ([, over = ""], text) => `note: ${text} { over: [${names(over)}] }`,
  },
  {
    pattern: /^[hr]?note\s+(left|right)(?:\s+of)?\s+(.+)$/i,
    behind: "value",
    slant: ([, side = "", name = ""], text) => `note: ${text} { ${side.toLowerCase()}: ${name.trim()} }`,
  },
  { pattern: /^[hr]?note\s+(?:left|right)$/i, behind: "value", slant: (_, text) => `note: ${text}` },
  {
    pattern: /^[hr]?note\s+(?:over|left|right)\b.*$/i,
    slant: () => "note: … { over: … }",
  },
  {
    pattern: /^ref\s+over\s+(.+)$/,
    behind: "value",
    slant: ([, over = ""], text) => `ref: ${text} { over: [${names(over)}] }`,
  },
  { pattern: /^={2,}\s*(.*?)\s*={2,}$/, slant: ([, text = ""]) => `divider: ${text}` },
  { pattern: /^return\s+(.+)$/, slant: ([, text = ""]) => `callee --> caller: ${text}` },
  {
    pattern: /^!\s*include\w*\s+(.+)$/,
    slant: () => "",
    help: "write `...@file`, which takes over the statements of another Slant file",
  },
  {
    pattern: /^newpage\b.*$/,
    slant: () => "",
    help: "remove it: each flow is a file, and `ref` names others",
  },
  {
    pattern: /^(?:skinparam\s.+|hide\s+footbox|!\s*(?:theme|define|pragma)\b.*)$/,
    slant: () => "",
    help: "remove it: looks are set by `config`, `classes` and the theme",
  },
  {
    pattern: /^links\s+(.+)$/i,
    behind: "map",
    ambiguous: true,
    slant: ([, name = ""], menu) => linked(name, /:\s*"([^"]*)"/.exec(menu)?.[1]),
    note: oneLink,
  },
  {
    pattern: /^link\s+(.+)$/i,
    behind: "value",
    ambiguous: true,
    slant: ([, name = ""], link) => linked(name, /(?:^|@)\s*(\w+:\S+|\S+\/\S*)$/.exec(link)?.[1]),
    note: oneLink,
  },
  { pattern: /^properties\s+(.+)$/i, behind: "map", ambiguous: true, slant: () => "", help: noMenu },
  { pattern: /^details\s+(.+)$/i, behind: "value", ambiguous: true, slant: () => "", help: noMenu },
  { pattern: /^rect\s+\S.*$/, slant: () => "group: … { … }" },
  {
    pattern: /^box\s+(.+)$/,
    slant: ([, name = ""]) => `${name.replace(/["']|\s*#\w+$/g, "").trim()}: { kind: boundary; … }`,
  },
];

/** Whether any pattern may fit: nearly no key looks foreign, so that nearly all need one look. */
export const looksForeign = (key: string): boolean => anyPattern.test(key);

const anyPattern = new RegExp(foreignStatements.map(({ pattern }) => `(?:${pattern.source})`).join("|"), "i");

/** What starts a comment in Mermaid, and in many languages. */
export const foreignComment = /^(?:%%|\/\/)/;
