/**
 * Draws flows in Markdown, for markdown-it and all that is built on it.
 *
 * @module slant/markdown-it
 */

import { flowLanguage } from "../markdown/flow-language.ts";
import { type Check, flag } from "../options.ts";
import { drawerFor, type Page } from "./draw-block.ts";
import { figureHtml } from "./figure.ts";
import { linesBefore, messageWords } from "./in-text.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";

/** What is needed of a token of markdown-it. */
interface Token {
  type: string;
  content: string;
  readonly info: string;
  readonly map: readonly [number, number] | null;
}

interface State {
  readonly src: string;
  readonly tokens: readonly Token[];
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
 * Draws the ```slant fences of a document while markdown-it parses it, at once: `md.use(markdownItSlant, options)`.
 *
 * Out:  each fence is a figure.
 * Says: throws one error for all flows of a document that cannot be drawn; warnings go to `report`. Each with the file, the
 *       line in it, and the rule.
 */
export const markdownItSlant = (md: MarkdownItLike, options: MarkdownItSlantOptions = {}): void => {
  checkPlugin("markdownItSlant", options, { errorFallback: callback, path, vue: flag });
  const { strategy = "inline-svg", className = "slant", errorFallback, report = console.warn } = options;
  md.core.ruler.push("slant", ({ src, tokens, env }) => {
    const fences = tokens.flatMap((token) => {
      const language =
        token.type === "fence" ? flowLanguage({ language: wordOf(token), text: token.content }) : undefined;
      return language ? [{ token, language }] : [];
    });
    if (fences.length === 0) return;
    const page = pageOf(src, env, options);
    const drawer = drawerFor(page, options);
    const broken: string[] = [];
    for (const { token, language } of fences) {
      const diagram = token.content;
      const meta = token.info.trim().slice(wordOf(token).length);
      const { svg, width, messages } = drawer.now({
        text: diagram,
        meta,
        language,
        line: (token.map?.[0] ?? 0) + 1,
      });
      const errors = messages
        .filter(({ severity }) => severity === "error")
        .map((each) => messageWords(each, page));
      for (const each of messages) if (each.severity !== "error") report(messageWords(each, page));
      if (errors.length > 0 && errorFallback === undefined) broken.push(...errors);
      token.type = "slant";
      token.content =
        errors.length > 0
          ? (errorFallback?.(diagram, new Error(errors.join("\n")), env) ?? "")
          : figureHtml({ svg, strategy, width, className }, options.vue ?? isVue(env));
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

/** What hosts tell their plug-ins about a document. */
interface Env {
  readonly realPath?: unknown;
  readonly path?: unknown;
  readonly filePath?: unknown;
  readonly page?: { readonly inputPath?: unknown };
  readonly sfcBlocks?: unknown;
}

/** VitePress and VuePress keep here what becomes of a document as a component of Vue. */
const isVue = (env: unknown): boolean => (env as Env | undefined)?.sfcBlocks !== undefined;

const pageOf = (src: string, env: unknown, options: MarkdownItSlantOptions): Page => {
  const { realPath, path: own, filePath, page } = (env ?? {}) as Env;
  const found = [options.path, realPath, own, page?.inputPath, filePath].find(
    (each): each is string => typeof each === "string",
  );
  return { path: found, text: src, linesBefore: found === undefined ? 0 : linesBefore(src, found) };
};
