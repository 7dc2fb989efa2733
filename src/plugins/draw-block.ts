import { dirname } from "node:path";
import { type LocatedDiagnostic, lint, render, renderSync } from "../index.ts";
import { type FenceOptions, fenceOptions } from "../markdown/fence-options.ts";
import { rootedReader } from "../node/rooted-reader.ts";
import { pictureChecks } from "../options.ts";
import { limitsFrom } from "../source/limits.ts";
import type { Source } from "../source/source.ts";
import { absolute, type FlowImage, readFlowFile } from "./flow-file.ts";
import type { PictureOptions } from "./options.ts";
import { type Block, placesIn, type Stretch } from "./places.ts";

/** The document that blocks stand in. */
export interface Page {
  /** The path of its file, if it has one: imports stand beside it. */
  readonly path?: string | undefined;
  readonly text: string;
  /** Lines of the file before that text. */
  readonly linesBefore?: number;
  /** Hears of every file that pictures are made of, by its whole path: who watches the page watches those too. */
  readonly reads?: ((path: string) => void) | undefined;
}

/** A block of code, and what its author wrote behind the language. */
export interface CodeBlock extends Block {
  readonly meta: string;
  readonly language: NonNullable<Source["language"]>;
}

/** What a host tells its user. */
export interface Message {
  /** A code that `slant explain` knows, or `fence-option`. */
  readonly rule: string;
  /** Only an `error` keeps a picture from being drawn. */
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
  /** What is known besides: why, the other place, and what to do. */
  readonly notes: readonly string[];
  readonly place: Stretch;
  /** The file with that place, if it is not the page. */
  readonly file?: string;
}

/** What became of a block. */
export interface Drawn {
  /** Empty when a message is an error. */
  readonly svg: string;
  /** As the fence asks for it. */
  readonly width?: string;
  /** What its author wants to be heard instead. */
  readonly words?: string;
  readonly messages: readonly Message[];
}

/**
 * Draws the blocks of one document, and the flows in files that its images stand for.
 *
 * In:     the document, and options that are right.
 * Out:    `now` and `later`: from a block or an image to its picture, the same bytes either way. No id occurs twice in a
 *         document.
 * Says:   in `messages`, what compiling and the rules say, and what is wrong with the fence's own options.
 */
export const drawerFor = (page: Page, options: PictureOptions) => {
  const imports = importsOf(page, options);
  const messagesOf = messagesIn(page, options, imports);
  const prefixes = new Map<string, number>();
  const asked = (block: CodeBlock | FlowImage): Asked =>
    "url" in block ? askedByImage(block, page, options) : askedByFence(block);
  const askedByFence = (block: CodeBlock): Asked => {
    const { options: own, problems } = fenceOptions(block.meta, fenceChecks);
    return {
      source: { name: nameOf(page), text: block.text, language: block.language },
      wanted: { ...pictureOptions(options, own), ...imports },
      finish: (svg: string, diagnostics: readonly LocatedDiagnostic[]): Drawn => {
        const messages = messagesOf(block, problems, diagnostics);
        const isRefused = messages.some(({ severity }) => severity === "error");
        return { svg: isRefused ? "" : svg, messages, ...(own.width !== undefined && { width: own.width }) };
      },
    };
  };
  return {
    now: (block: CodeBlock | FlowImage): Drawn => {
      const { source, wanted, finish } = asked(block);
      if (source === undefined) return finish("", []);
      const { output, diagnostics } = renderSync(source, wanted);
      const fresh = freshPrefix(output, prefixes);
      const svg = fresh === undefined ? output : renderSync(source, { ...wanted, idPrefix: fresh }).output;
      return finish(svg, diagnostics);
    },
    later: async (block: CodeBlock | FlowImage): Promise<Drawn> => {
      const { source, wanted, finish } = asked(block);
      if (source === undefined) return finish("", []);
      const { output, diagnostics } = await render(source, wanted);
      const fresh = freshPrefix(output, prefixes);
      const svg =
        fresh === undefined ? output : (await render(source, { ...wanted, idPrefix: fresh })).output;
      return finish(svg, diagnostics);
    },
  };
};

/** What to draw, if there is anything, and what to make of the outcome. */
interface Asked {
  readonly source: Source | undefined;
  readonly wanted: Wanted;
  readonly finish: (svg: string, diagnostics: readonly LocatedDiagnostic[]) => Drawn;
}

/** The flow of a file is a page of its own: what is wrong stands there. */
const askedByImage = (image: FlowImage, page: Page, options: PictureOptions): Asked => {
  const file = readFlowFile(image, page.path, options);
  page.reads?.(absolute(file.path));
  if ("problem" in file) {
    const place = opening(image, page);
    const message: Message = { rule: "flow-file", severity: "error", text: file.problem, notes: [], place };
    return { source: undefined, wanted: {}, finish: () => ({ svg: "", messages: [message] }) };
  }
  const { path, text } = file;
  const own: Page = { path, text, reads: page.reads };
  const imports = importsOf(own, options);
  const messagesOf = messagesIn(own, options, imports);
  return {
    source: { name: path, text },
    wanted: { ...pictureOptions(options, image.title ? { title: image.title } : {}), ...imports },
    finish: (svg, diagnostics) => {
      const found = messagesOf({ text, meta: "", language: "slant", line: 0 }, [], diagnostics);
      const messages = found.map((each) => ({ ...each, file: path }));
      const isRefused = messages.some(({ severity }) => severity === "error");
      return { svg: isRefused ? "" : svg, messages, ...(image.alt !== "" && { words: image.alt }) };
    },
  };
};

const fenceChecks = { theme: pictureChecks.theme, view: pictureChecks.view };

const nameOf = ({ path }: Page): string => path ?? "document";

type Wanted = Omit<NonNullable<Parameters<typeof renderSync>[1]>, "format">;

type Imports = Pick<Wanted, "readFile" | "root" | "limits">;

/** Imports stand beside the document, and lead nowhere else unless the root is given. */
const importsOf = ({ path, reads }: Page, { readFile, root, limits }: PictureOptions): Imports => {
  const folder = root ?? (path === undefined ? undefined : dirname(path));
  const read =
    readFile ?? (folder === undefined ? undefined : rootedReader(folder, limitsFrom(limits).sourceBytes));
  return {
    ...(read && {
      readFile: (file: string) => {
        reads?.(absolute(file));
        return read(file);
      },
    }),
    ...(root !== undefined && { root }),
    ...(limits !== undefined && { limits }),
  };
};

/** How a picture is drawn: as its fence says, or as the plug-in's options say. */
const pictureOptions = (options: PictureOptions, { width: _, ...own }: FenceOptions): Wanted => {
  const { theme, dark = true, view, fonts, pad, background } = options;
  const given = { theme, view, fonts, pad, background, ...own };
  const byDay = given.theme === undefined || given.theme === "auto" ? "light" : given.theme;
  const wanted = {
    ...given,
    ...(dark === false && { theme: byDay, darkTheme: byDay }),
    ...(typeof dark === "string" && { darkTheme: dark }),
    responsive: true,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
};

/** Another prefix for the ids of a picture whose own are taken by its twin. */
const freshPrefix = (svg: string, taken: Map<string, number>): string | undefined => {
  const [, prefix] = /^<svg [^>]*class="slant ([\w-]+)"/.exec(svg) ?? [];
  if (prefix === undefined) return undefined;
  const count = (taken.get(prefix) ?? 0) + 1;
  taken.set(prefix, count);
  return count === 1 ? undefined : `${prefix}-${count}`;
};

const messagesIn = (page: Page, { lint: rules = true, strict = false }: PictureOptions, imports: Imports) => {
  const placeOf = placesIn(page.text, /\.mdx$/i.test(page.path ?? ""), page.linesBefore);
  const name = nameOf(page);
  const located = (block: Block, { line, column, ...found }: LocatedDiagnostic) => {
    const isHere = found.file === name;
    const place = isHere ? placeOf(block, { line, column, ...found }) : opening(block, page);
    return { place, where: isHere ? "" : `${found.file}:${line}:${column}: ` };
  };
  return (
    block: CodeBlock,
    problems: readonly string[],
    compiled: readonly LocatedDiagnostic[],
  ): readonly Message[] => {
    const isBroken = compiled.some(({ severity }) => severity === "error");
    const found =
      isBroken || rules === false
        ? compiled
        : lint(
            { name, text: block.text, language: block.language },
            { ...imports, ...(rules === true ? {} : rules) },
          ).diagnostics;
    return [
      ...problems.map(
        (text): Message => ({
          rule: "fence-option",
          severity: "error",
          text,
          notes: [],
          place: opening(block, page),
        }),
      ),
      ...found.map((each): Message => {
        const { place, where } = located(block, each);
        const severity = isBroken || each.severity !== "error" ? each.severity : "warning";
        return {
          rule: each.code,
          severity: strict && severity === "warning" ? "error" : severity,
          text: where + each.message,
          notes: [
            ...each.notes.map((note) => noteWords(block, note, placeOf, name)),
            ...(each.help === undefined ? [] : [`fix: ${each.help}`]),
          ],
          place,
        };
      }),
    ];
  };
};

const noteWords = (
  block: Block,
  { message, ...at }: LocatedDiagnostic["notes"][number],
  placeOf: ReturnType<typeof placesIn>,
  name: string,
): string => {
  if (at.file === undefined) return message;
  const { file, line = 1, column = 1, endLine = 1, endColumn = 1, start = 0, end = 0 } = at;
  if (file !== name) return `${file}:${line}:${column}: ${message}`;
  return `line ${placeOf(block, { line, column, endLine, endColumn, start, end }).start.line}: ${message}`;
};

/** The line that a block opens on. */
const opening = ({ line }: Pick<Block, "line">, { linesBefore = 0 }: Page): Stretch => {
  const point = { line: Math.max(1, line + linesBefore), column: 1 };
  return { start: point, end: point };
};
