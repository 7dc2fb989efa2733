import type { Fence } from "../../markdown/fence.ts";
import { type FenceOptions, fenceOptions } from "../../markdown/fence-options.ts";
import { flowLanguage } from "../../markdown/flow-language.ts";
import { inDocument } from "../../markdown/in-document.ts";
import { pictureWords } from "../../markdown/picture-words.ts";
import { pictureChecks } from "../../options.ts";
import type { Picture } from "../../picture-formats.ts";
import { lineAt, lineStarts } from "../../source/positions.ts";
import type { Source } from "../../source/source.ts";
import { configFinder } from "../config/find-config.ts";
import { placeOf, settingsOf } from "../config/settings-of.ts";
import { Failure } from "../failure.ts";
import type { RootFlag } from "../imports.ts";
import type { Input } from "../inputs.ts";
import type { CommonFlags } from "../main.ts";
import { drawOptionsOf, type PictureFlags } from "../picture-options.ts";
import { progressOf } from "../progress.ts";
import { type DrawInput, drawTask } from "../render/draw-task.ts";
import { tellDiagnostics } from "../render/tell-diagnostics.ts";
import type { World } from "../world.ts";

export interface MdFlags extends Omit<PictureFlags, "outDir" | "title" | "idPrefix">, RootFlag, CommonFlags {
  readonly stdinFilename?: string;
}

/** A flow that was drawn. */
export interface Drawn {
  readonly picture: Picture;
  readonly words: string;
  readonly width?: string;
}

/** Draws each flow, and says what is wrong with it at its place in the document; nothing, if one was refused. */
export const drawBlocks = async (
  blocks: readonly Fence[],
  document: Source,
  input: Input,
  flags: MdFlags,
  world: World,
): Promise<readonly Drawn[] | undefined> => {
  const inputOf = await drawInputs(input, flags, world);
  const progress = progressOf("drew", blocks.length, world);
  const drawn: Drawn[] = [];
  for (const block of blocks) {
    const { width, ...own } = optionsOf(block, document);
    const asked = inputOf(block, own);
    const { picture, diagnostics, sources } = await drawTask(asked, world);
    progress.hide();
    tellDiagnostics(
      diagnostics.map((found) => inDocument(found, block, document.name)),
      { ...sources, [document.name]: document.text },
      flags,
      world,
    );
    if (picture !== undefined) {
      const svg = typeof picture === "string" ? picture : await svgOf(asked, world);
      drawn.push({ picture, words: pictureWords(svg), ...(width !== undefined && { width }) });
    }
    progress.step();
  }
  progress.hide();
  return drawn.length === blocks.length ? drawn : undefined;
};

/** The same picture as text, for its words. */
const svgOf = async (asked: DrawInput, world: World): Promise<string> => {
  const { picture } = await drawTask(
    { ...asked, format: "svg", options: { ...asked.options, fonts: "system" } },
    world,
  );
  return typeof picture === "string" ? picture : "";
};

/** What a fence asks for. */
const optionsOf = (block: Fence, { name, text }: Source): FenceOptions => {
  const { theme, view } = pictureChecks;
  const { options, problems } = fenceOptions(block.meta, { theme, view });
  const [problem] = problems;
  if (problem === undefined) return options;
  throw new Failure(`${name}:${lineAt(lineStarts(text), block.start) + 1}: ${problem}`);
};

/** How the flows of a document are drawn: as the configuration says, then the command, then the fence. */
const drawInputs = async (input: Input, flags: MdFlags, world: World) => {
  const found = await configFinder(world)(input.name);
  const { theme, darkTheme, fonts } = await settingsOf(found, input.name, world);
  const imports = await placeOf(input, flags, found, world);
  return (block: Fence, own: Omit<FenceOptions, "width">): DrawInput => ({
    name: input.name,
    text: block.text,
    language: flowLanguage(block),
    imports,
    settings: {
      ...(theme !== undefined && { theme }),
      ...(darkTheme !== undefined && { darkTheme }),
      ...(fonts !== undefined && { fonts }),
    },
    options: { ...drawOptionsOf(flags), ...(own as DrawInput["options"]) },
    format: flags.format ?? "svg",
    isStrict: flags.strict ?? false,
    isForced: flags.force ?? false,
  });
};
