import { basename } from "node:path";
import { type BlockPicture, flowBlocksIn, withPictures } from "../../markdown/pictured.ts";
import { pictureFormats } from "../../picture-formats.ts";
import { plural } from "../../report/plural.ts";
import type { CommandModule } from "../commands.ts";
import { ExitCode } from "../exit-code.ts";
import { attempt, Failure } from "../failure.ts";
import { addRootOption } from "../imports.ts";
import { type Input, inputsOf, sourceOf } from "../inputs.ts";
import { drawBlocks, type MdFlags } from "../md/draw-blocks.ts";
import { addLookOptions } from "../picture-options.ts";
import type { World } from "../world.ts";

/** `slant md IN.md -o OUT.md`. */
export const mdCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("<in>", "a Markdown file, or - for standard input")
      .option("-o, --output <out>", "the file with pictures (it may be IN itself), or - for standard output")
      .option("--stdin-filename <name>", "what messages and pictures call standard input");
    addRootOption(addLookOptions(command))
      .addHelpText("after", examples)
      .action(async (input: string) => finish(await md(input, command.optsWithGlobals<MdFlags>(), world)));
  },
};

const examples = `
Each \`\`\`slant fence becomes a picture beside OUT: README-1.svg, README-2.svg … The flow stays above its picture in a
comment, which readers do not see and the next run draws anew: edit it there. Options behind the fence's language are its
own: title="Sign-up", view=map, theme=dark, width=400.

Examples:
  slant md guide.md -o README.md
  slant md README.md -o README.md         a README that is its own source
  slant md - -o - < guide.md              pictures in this folder, the text on standard output

Exit codes: 0 fine, 1 a flow with errors (nothing is written then), 2 wrong usage or a file that cannot be read or written.`;

/** Draws all, then writes the pictures, then the document: a flow that cannot be drawn leaves everything as it was. */
const md = async (arg: string, flags: MdFlags, world: World): Promise<ExitCode> => {
  const input = await inputFor(arg, flags, world);
  const out = outputFor(input, flags);
  const document = await sourceOf(input, world, { keepMark: true });
  const blocks = flowBlocksIn(document.text);
  const { ending } = pictureFormats[flags.format ?? "svg"];
  const stem = stemOf(out === "-" ? input.name : out);
  const drawn = await drawBlocks(blocks, document, input, flags, world);
  if (drawn === undefined) return ExitCode.findings;
  const nameOf = (index: number): string => `${stem}-${index + 1}${ending}`;
  for (const [index, { picture }] of drawn.entries())
    attempt("write", nameOf(index), () => world.write(nameOf(index), picture));
  const pictures = drawn.map(
    ({ words, width }, index): BlockPicture => ({
      path: basename(nameOf(index)),
      words,
      ...(width !== undefined && { width }),
    }),
  );
  const text = withPictures(document.text, blocks, pictures);
  if (out === "-") world.print(text);
  else attempt("write", out, () => world.write(out, text));
  if (!flags.quiet && out !== "-") world.tell(`slant: wrote ${out} and ${plural(drawn.length, "picture")}\n`);
  return ExitCode.ok;
};

const inputFor = async (arg: string, { stdinFilename }: MdFlags, world: World): Promise<Input> => {
  const [input, ...more] = await inputsOf([arg], world, {
    endings: [".md", ".markdown"],
    ...(stdinFilename !== undefined && { stdinName: stdinFilename }),
  });
  if (input === undefined || more.length > 0)
    throw new Failure(`\`${arg}\` is not one document`, "Name a Markdown file, or - for standard input.");
  if (/\.mdx$/i.test(input.name)) {
    throw new Failure(
      `\`${input.name}\` is MDX, where no comment can keep a flow`,
      "The plug-in slant/remark draws the fences of MDX while the site is built.",
    );
  }
  if (/\.slant$/i.test(input.name))
    throw new Failure(`\`${input.name}\` is a flow, not a document`, "To draw it, use `slant IN OUT`.");
  return input;
};

const outputFor = ({ name, isStdin }: Input, { output }: MdFlags): string => {
  if (output === undefined && isStdin) return "-";
  if (output === undefined) {
    throw new Failure(
      "where is the document with its pictures to go?",
      `Say -o OUT.md, or -o ${name} to write it in place.`,
    );
  }
  if (/\.(?:svg|png|pdf|txt|mdx|slant)$/i.test(output))
    throw new Failure(`\`${output}\` is no name for a Markdown file`, "Pictures are written beside OUT.md.");
  return output;
};

/** What the names of pictures begin with. */
const stemOf = (path: string): string =>
  path === "<stdin>" ? "flow" : path.replace(/(?<=[^/\\])\.(?:md|markdown)$/i, "");
