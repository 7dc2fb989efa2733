import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadWASM, OnigScanner, OnigString } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

/** A stretch of a text and its scopes, the innermost last. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** VS Code's own engine, with grammars, as JSON, by scope name, and a bare Markdown that others are laid over. */
export const textMateEngine = async (
  grammars: Readonly<Record<string, string>>,
): Promise<(scope: string) => Promise<(text: string) => readonly Coloured[]>> => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const grammar = grammars[scope];
      if (grammar !== undefined) return parseRawGrammar(grammar, `${scope}.json`);
      if (scope !== "text.html.markdown") return null;
      return parseRawGrammar('{ "scopeName": "text.html.markdown", "patterns": [] }', "markdown.json");
    },
    getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.slant.codeblock"] : undefined),
  });

  return async (scope) => {
    const grammar = await registry.loadGrammar(scope);
    if (grammar === null) throw new Error(`there is no grammar for ${scope}`);
    return (text) => {
      let stack = INITIAL;
      let offset = 0;
      return text.split("\n").flatMap((line) => {
        const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack);
        if (stoppedEarly) throw new Error(`the engine gave up on ${line}`);
        const start = offset;
        stack = ruleStack;
        offset += line.length + 1;
        return tokens.map(({ startIndex, endIndex, scopes }) => ({
          start: start + startIndex,
          end: start + Math.min(endIndex, line.length),
          text: line.slice(startIndex, endIndex),
          scopes,
        }));
      });
    };
  };
};
