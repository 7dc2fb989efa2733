import { formatNames, type PictureFormat, pictureFormats } from "../picture-formats.ts";
import { attempt, Failure } from "./failure.ts";
import type { Input } from "./inputs.ts";
import type { PictureFlags } from "./picture-options.ts";
import type { World } from "./world.ts";

/** Which picture an input becomes: a path, or `-`. */
export interface Target {
  readonly input: Input;
  readonly out: string;
  readonly format: PictureFormat;
}

/**
 * Decides where each picture goes.
 *
 * In:   the inputs, and the options `output`, `outDir` and `format`.
 * Out:  a target for each input; folders under `outDir` are made.
 * Says: fails when the options contradict one another, the ending of a file names no format that is written, or two
 *       inputs would become one picture. Nothing is drawn then.
 */
export const targetsOf = (inputs: readonly Input[], flags: PictureFlags, world: World): readonly Target[] => {
  const { output, outDir } = flags;
  if (output !== undefined && outDir !== undefined) throw new Failure("use either --output or --out-dir");
  if (output !== undefined && inputs.length > 1) {
    throw new Failure(
      `${inputs.length} flows cannot all become \`${output}\``,
      "Use --out-dir to draw several flows.",
    );
  }
  const format = formatOf(output, flags.format);
  const { ending } = pictureFormats[format];
  const targets = inputs.map((input) => ({ input, out: output ?? outOf(input, outDir, ending), format }));
  refuseCollisions(targets);
  if (outDir !== undefined) makeFolders(targets, outDir, world);
  return targets;
};

const outOf = (input: Input, outDir: string | undefined, ending: string): string => {
  if (outDir === undefined) return input.isStdin ? "-" : pictureName(input.name, ending);
  if (input.isStdin)
    throw new Failure("what comes from standard input has no name in a folder", "Use -o OUT.");
  return `${outDir.replace(/(?<=.)\/+$/, "")}/${pictureName(input.below, ending)}`;
};

const pictureName = (name: string, ending: string): string => name.replace(/\.(?:slant|d2)$/i, "") + ending;

/** What was asked for by name, else by the ending of the output; a name without an ending is an SVG. */
const formatOf = (output: string | undefined, asked: PictureFormat | undefined): PictureFormat => {
  const ending = /(?<=[^/\\])\.[^./\\]*$/.exec(output ?? "")?.[0].toLowerCase();
  if (asked !== undefined || ending === undefined) return asked ?? "svg";
  const found = formatNames.find((name) => pictureFormats[name].ending === ending);
  if (found !== undefined) return found;
  throw new Failure(
    `\`${output}\`: this version does not write \`${ending}\` files`,
    `It writes ${formatNames.map((name) => `\`${pictureFormats[name].ending}\``).join(", ")}.`,
  );
};

const refuseCollisions = (targets: readonly Target[]): void => {
  const taken = new Map<string, Input>();
  for (const { input, out } of targets) {
    const other = taken.get(out);
    if (other !== undefined && out !== "-") {
      throw new Failure(`\`${other.name}\` and \`${input.name}\` would both become \`${out}\``);
    }
    taken.set(out, input);
  }
  const over = targets.find(({ input }) => !input.isStdin && taken.has(input.name));
  if (over !== undefined) throw new Failure(`the picture would overwrite the flow \`${over.input.name}\``);
};

const makeFolders = (targets: readonly Target[], outDir: string, world: World): void => {
  const folders = new Set([outDir, ...targets.map(({ out }) => out.slice(0, out.lastIndexOf("/")))]);
  for (const folder of folders) attempt("write", folder, () => world.makeFolder(folder));
};
