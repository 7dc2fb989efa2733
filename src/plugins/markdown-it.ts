/**
 * Draws flows in Markdown, for markdown-it and all that is built on it.
 *
 * @module slant/markdown-it
 */

import { flowLanguage } from "../markdown/flow-language.ts";
import { type Check, flag } from "../options.ts";
import { type CodeBlock, drawerFor, type Page } from "./draw-block.ts";
import { figureHtml } from "./figure.ts";
import { type FlowImage, isFlowFile } from "./flow-file.ts";
import { linesBefore, messageWords } from "./in-text.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";

/** What is needed of a token of markdown-it. */
interface Token {
  type: string;
  content: string;
  readonly info: string;
  readonly map: readonly [number, number] | null;
  readonly children: readonly Token[] | null;
  readonly attrGet: (name: string) => string | null;
}

interface State {
  readonly src: string;
  tokens: Token[];
  readonly env: unknown;
}

type RenderRule = (tokens: never, index: number, options: never, env: never, self: never) => string;

/** What is needed of markdown-it. */
export interface MarkdownItLike {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
  readonly renderer: { rules: Record<string, RenderRule | undefined> };
}

export interface MarkdownItSlantOptions extends PictureOptions {
  /**
   * The HTML that stands in the place of a picture that cannot be drawn. Without it, such pictures stop the document: an
   * error is thrown that names all of them.
   */
  readonly errorFallback?: (diagram: string, error: Error, env: unknown) => string;
  /** What the document is, to messages and imports; VitePress, VuePress and Eleventy say it themselves. */
  readonly path?: string;
  /** The HTML becomes a template of Vue; of VitePress and VuePress that is known. */
  readonly vue?: boolean;
}

/**
 * Draws the ```slant fences of a document while markdown-it parses it, and the images of flows, `![Sign-up](flows/sign-up.slant)`, at
 * once: `md.use(markdownItSlant, options)`.
 *
 * Out:  each fence, and each image that is a paragraph, is a figure.
 * Says: throws one error for all flows of a document that cannot be drawn; warnings go to `report`. Each with the file, the
 *       line in it, and the rule.
 */
export const markdownItSlant = (md: MarkdownItLike, options: MarkdownItSlantOptions = {}): void => {
  checkPlugin("markdownItSlant", options, { errorFallback: callback, path, vue: flag });
  const { strategy = "inline-svg", className = "slant", errorFallback, report = console.warn } = options;
  md.core.ruler.push("slant", (state) => {
    const places = placesOf(state);
    if (places.length === 0) return;
    const { src, env } = state;
    const page = pageOf(src, env, options);
    const drawer = drawerFor(page, options);
    const broken: string[] = [];
    for (const { token, block, isWithin } of places) {
      const { svg, width, words, messages } = drawer.now(block);
      const errors = messages
        .filter(({ severity }) => severity === "error")
        .map((each) => messageWords(each, page));
      for (const each of messages) if (each.severity !== "error") report(messageWords(each, page));
      if (errors.length > 0 && errorFallback === undefined) broken.push(...errors);
      const diagram = "url" in block ? block.url : block.text;
      const shown = { svg, strategy, width, words, className };
      token.type = "slant";
      token.content =
        errors.length > 0
          ? (errorFallback?.(diagram, new Error(errors.join("\n")), env) ?? "")
          : figureHtml(shown, options.vue ?? isVue(env), isWithin ? "span" : "figure");
    }
    if (broken.length > 0) throw new Error(broken.join("\n"));
  });
  // a type of its own, which no highlighter and no other plug-in takes for code
  md.renderer.rules.slant = (tokens: readonly Token[], index) => tokens[index]?.content ?? "";
};

export default markdownItSlant;

/** The first word behind the marks of a fence. */
const wordOf = ({ info }: Token): string => /^\s*(\S*)/.exec(info)?.[1] ?? "";

const path: Check = (value) => (typeof value === "string" ? undefined : "a path");

/** A place for a picture. */
interface Place {
  readonly token: Token;
  readonly block: CodeBlock | FlowImage;
  readonly isWithin?: boolean;
}

/** The flows of a document in their order; an image that is a paragraph of its own takes the paragraph's place. */
const placesOf = (state: State): readonly Place[] => {
  const places: Place[] = [];
  const left = new Set<Token>();
  state.tokens.forEach((token, index) => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === "fence") {
      const text = token.content;
      const language = flowLanguage({ language: wordOf(token), text });
      const meta = token.info.trim().slice(wordOf(token).length);
      if (language) places.push({ token, block: { text, meta, language, line } });
    }
    if (token.type !== "inline" || token.children === null) return;
    const images = token.children.filter(isImage);
    const [before, after] = [state.tokens[index - 1], state.tokens[index + 1]];
    const [only] = images;
    if (only && token.children.length === 1 && before?.type === "paragraph_open" && after) {
      places.push({ token, block: imageOf(only, line) });
      left.add(before).add(after);
    } else
      for (const image of images) places.push({ token: image, block: imageOf(image, line), isWithin: true });
  });
  if (left.size > 0) state.tokens = state.tokens.filter((token) => !left.has(token));
  return places;
};

const isImage = (token: Token): boolean => token.type === "image" && isFlowFile(token.attrGet("src") ?? "");

const imageOf = (token: Token, line: number): FlowImage => ({
  url: token.attrGet("src") ?? "",
  alt: token.content,
  title: token.attrGet("title"),
  line,
});

/** What hosts tell their plug-ins about a document. */
interface Env {
  readonly realPath?: unknown;
  readonly path?: unknown;
  readonly filePath?: unknown;
  readonly page?: { readonly inputPath?: unknown };
  readonly sfcBlocks?: unknown;
  /** VitePress watches the files that are in here, too. */
  readonly includes?: unknown;
}

/** VitePress and VuePress keep here what becomes of a document as a component of Vue. */
const isVue = (env: unknown): boolean => (env as Env | undefined)?.sfcBlocks !== undefined;

const pageOf = (src: string, env: unknown, options: MarkdownItSlantOptions): Page => {
  const { realPath, path: own, filePath, page } = (env ?? {}) as Env;
  const found = [options.path, realPath, own, page?.inputPath, filePath].find(
    (each): each is string => typeof each === "string",
  );
  const { includes } = (env ?? {}) as Env;
  return {
    path: found,
    text: src,
    linesBefore: found === undefined ? 0 : linesBefore(src, found),
    ...(Array.isArray(includes) && {
      reads: (file: string) => void (includes.includes(file) || includes.push(file)),
    }),
  };
};
