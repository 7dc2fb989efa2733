import { fixWords, precisionWords, presetsOf } from "../../check/presets.ts";
import { type Explained, explanationGroups, explanations } from "../../explanations.ts";
import type { Palette } from "../../report/palette.ts";
import { shownExample } from "../../source/shown-example.ts";
import { paletteFor } from "../colours.ts";
import type { CommandModule } from "../commands.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { CommonFlags } from "../main.ts";
import type { World } from "../world.ts";
import { wrapWords } from "../wrap-words.ts";

/** `slant explain [CODE]`. */
export const explainCommand: CommandModule = {
  declare: (command, world, finish) => {
    command
      .argument("[code]", "the code of a finding, such as unawaited-callback; without it, the list")
      .addHelpText("after", examples)
      .action((code: string | undefined) => {
        const palette = paletteFor("out", command.optsWithGlobals<CommonFlags>(), world);
        finish(explain(code, palette, world));
      });
  },
};

const examples = `
Examples:
  slant explain                      every code, with one line each
  slant explain unawaited-callback   why it matters, a flow that has it, and the same flow mended`;

const explain = (code: string | undefined, palette: Palette, world: World): ExitCode => {
  if (code === undefined) {
    world.print(list(palette));
    return ExitCode.ok;
  }
  const found = explanations.find((explanation) => explanation.code === code);
  if (found === undefined) {
    const codes = explanations.map((explanation) => explanation.code);
    throw new Failure(
      `there is no code \`${code}\``,
      didYouMean(code, codes) ?? "`slant explain` lists them.",
    );
  }
  world.print(page(found, palette));
  return ExitCode.ok;
};

/** Characters in a line of prose. */
const measure = 80;

const page = (explained: Explained, palette: Palette): string => {
  const { code, severity, category, summary, why, limits } = explained;
  const { bad, good, files, filesLeftOut } = shownExample(explained);
  return [
    [palette.strong(code), palette[severity](severity), category ?? ""].join("  ").trimEnd(),
    "",
    ...wrapWords(summary, measure),
    "",
    ...wrapWords(why, measure),
    "",
    palette.strong("A flow that has it:"),
    "",
    ...indented(bad),
    "",
    palette.strong("The same flow, mended:"),
    "",
    ...indented(good),
    "",
    ...files.flatMap(({ path, text }) => [palette.strong(`The file ${path}:`), "", ...indented(text), ""]),
    ...(filesLeftOut === 0 ? [] : [`… and ${filesLeftOut} more files`, ""]),
    ...(limits === undefined
      ? []
      : [palette.strong("What it does not see:"), "", ...wrapWords(limits, measure), ""]),
    ...sureness(explained, palette),
  ].join("\n");
};

/** How far to trust a rule, which presets hold it, and what it offers. */
const sureness = ({ precision, fixKind }: Explained, palette: Palette): readonly string[] => {
  if (precision === undefined) return [];
  const names = presetsOf({ precision });
  const presets =
    names.length === 1
      ? `preset ${names[0]}`
      : `presets ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const fix = fixKind === undefined ? "" : ` Its fix: ${fixWords[fixKind]}.`;
  const text = `Its precision is ${precision}: ${precisionWords[precision]}. It runs in the ${presets}.${fix}`;
  return [palette.strong("How sure it is:"), "", ...wrapWords(text, measure), ""];
};

const indented = (source: string): readonly string[] =>
  source
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`));

const list = (palette: Palette): string => {
  const widest = Math.max(...explanations.map(({ code }) => code.length));
  const row = ({ code, severity, summary }: Explained): string =>
    `  ${code.padEnd(widest)}  ${palette[severity](severity.padEnd("warning".length))}  ${summary}\n`;
  const groups = explanationGroups.map(
    (group) => `${palette.strong(group.title)}\n\n${group.explanations.map(row).join("")}`,
  );
  return `${groups.join("\n")}\n\`slant explain CODE\` says more.\n`;
};
