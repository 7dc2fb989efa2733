import type { Decoding } from "../node/read-text.ts";
import type { Source } from "../source/source.ts";
import { attempt, Failure } from "./failure.ts";
import type { World } from "./world.ts";

/** A text to work on. */
export interface Input {
  /** What messages call it: the path as the user would write it, or `<stdin>`. */
  readonly name: string;
  /** Its path below the folder or glob that named it; of a file named itself, its last part. */
  readonly below: string;
  readonly isStdin: boolean;
  /** It was named itself, not found in a folder or by a glob. */
  readonly isNamed: boolean;
}

export interface Wish {
  /** Which files of a folder, or of those that a glob matches, are meant: flows, if nothing is said. */
  readonly endings?: readonly string[];
  /** Finding nothing is fine. */
  readonly allowEmpty?: boolean;
  readonly stdinName?: string;
}

/**
 * Finds what the arguments of a command name: files, folders (their `.slant` files), globs, and `-`.
 *
 * Out:  each file once, in the order of the arguments; inside a folder or glob by name.
 * Says: fails, naming the argument, when a file is missing, or a folder or glob holds nothing.
 */
export const inputsOf = async (
  args: readonly string[],
  world: World,
  { allowEmpty = false, stdinName = "<stdin>", endings = [ending] }: Wish = {},
): Promise<readonly Input[]> => {
  const found = new Map<string, Input>();
  for (const arg of args) {
    const inputs = await inputsOfOne(arg, world, stdinName, endings);
    if (inputs.length === 0 && !allowEmpty) throw nothingIn(arg, world, endings);
    for (const input of inputs) if (input.isNamed || !found.has(input.name)) found.set(input.name, input);
  }
  return [...found.values()];
};

/** Reads an input; what cannot be read fails with its name. */
export const sourceOf = async (
  { name, isStdin }: Input,
  world: World,
  decoding?: Decoding,
): Promise<Source> => ({
  name,
  text: isStdin ? await world.readStdin(decoding) : attempt("read", name, () => world.read(name, decoding)),
});

const ending = ".slant";

const inputsOfOne = async (
  arg: string,
  world: World,
  stdinName: string,
  endings: readonly string[],
): Promise<readonly Input[]> => {
  if (arg === "-") return [{ name: stdinName, below: stdinName, isStdin: true, isNamed: true }];
  const kind = attempt("read", arg, () => world.kindOf(arg));
  if (kind === "file") return [{ name: tidy(arg), below: lastPart(arg), isStdin: false, isNamed: true }];
  if (kind === "missing" && !isGlob(arg)) throw missing(arg, world);
  const [base, pattern] = kind === "folder" ? [tidy(arg), patternOf(endings)] : splitGlob(arg);
  const found = await filesUnder(base, pattern, world);
  // a glob may ask for D2 by its ending
  const wanted = kind !== "folder" && arg.endsWith(".d2") ? [...endings, ".d2"] : endings;
  return found.filter(({ name }) => wanted.some((each) => name.toLowerCase().endsWith(each)));
};

const patternOf = ([first, ...more]: readonly string[]): string =>
  more.length === 0 ? `**/*${first}` : "**/*";

const filesUnder = async (folder: string, pattern: string, world: World): Promise<readonly Input[]> => {
  const found = await world.find(pattern, folder).catch((error: NodeJS.ErrnoException) =>
    attempt("read", error.path ?? folder, () => {
      throw error;
    }),
  );
  return found.map((below) => ({
    name: folder === "." ? below : `${folder === "/" ? "" : folder}/${below}`,
    below,
    isStdin: false,
    isNamed: false,
  }));
};

const nothingIn = (arg: string, world: World, endings: readonly string[]): Failure => {
  // Markdown without flows is not what anybody looks for
  const wanted = endings
    .filter((each) => !/\.m(?:d|dx|arkdown)$/.test(each))
    .map((each) => `\`${each}\``)
    .join(" or ");
  return world.kindOf(arg) === "folder"
    ? new Failure(`there are no ${wanted} files in \`${arg}\``)
    : new Failure(`no ${wanted} file matches \`${arg}\``);
};

const missing = (arg: string, world: World): Failure => {
  const longer = `${arg}${ending}`;
  const hint = world.kindOf(longer) === "file" ? `Did you mean \`${longer}\`?` : undefined;
  return new Failure(`cannot read \`${arg}\`: no such file or folder`, hint);
};

/** What an argument stands on: a file or folder itself, of a glob the folder that it starts from. */
export const baseOf = (arg: string, { kindOf }: Pick<World, "kindOf">): string =>
  isGlob(arg) && kindOf(arg) === "missing" ? splitGlob(arg)[0] : tidy(arg);

const isGlob = (arg: string): boolean => /[*?[\]{}]|[!+@]\(/.test(arg);

/** A glob's leading folders, which are plain, and the rest. */
const splitGlob = (glob: string): readonly [base: string, pattern: string] => {
  const parts = glob.split("/");
  const first = Math.max(0, parts.findIndex(isGlob));
  const base = parts.slice(0, first).join("/");
  return [base === "" ? (glob.startsWith("/") ? "/" : ".") : tidy(base), parts.slice(first).join("/")];
};

/** Without a leading `./` and a trailing `/`. */
const tidy = (path: string): string => path.replace(/^(?:\.\/+)+(?=.)/, "").replace(/(?<=.)\/+$/, "");

const lastPart = (path: string): string => tidy(path).split(/[\\/]/).at(-1) ?? path;
