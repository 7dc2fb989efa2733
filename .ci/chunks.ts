import type { OutputOptions } from "rolldown";

/**
 * Few files, each all that a step needs: finding and opening one costs Node as much as reading many lines of it. A module
 * goes to the first group that takes it; what none takes stands with the command that loads it.
 */
export const chunks: OutputOptions["codeSplitting"] = {
  includeDependenciesRecursively: false,
  groups: [
    {
      name: "files",
      test: /\/src\/node\/(?:walk-files|git-ignores)\.ts|\/node_modules\/(?:picomatch|ignore)\//,
    },
    // what every command needs before it is known which is meant
    {
      name: "common",
      test: /\/src\/(?:cli\/(?:main|commands|command-names|colours|exit-code|failure|tell-failure|world)\.ts|node\/(?!load-compiled|together|worker-pool|serve-tasks|watch-files))|\/node_modules\/commander\//,
    },
    // what every command that reads files needs
    {
      name: "run",
      test: /\/src\/cli\/(?:(?:imports|inputs|kept-results|progress|readings|whole-number)\.ts|tasks\/(?!worker)|config\/find-config\.ts)/,
    },
    // what those that draw need to know before there is anything to draw
    {
      name: "pictures",
      test: /\/src\/cli\/(?:picture-(?:options|targets)\.ts|render\/(?:draw-all|kept-pictures|render|run-options|summary)\.ts)/,
    },
    { name: "report", test: /\/src\/(?:report\/|text\/(?:character-width|unicode-ranges)\.ts)/ },
    {
      name: "words",
      test: /\/src\/(?:source|language)\/|\/src\/(?:syntax|flow|render)\/explanations\.ts|\/src\/cli\/did-you-mean\.ts|levenshtein|rolldown\/runtime/,
    },
    {
      name: "language",
      test: /\/(?:grammar|src\/(?:syntax|flow))\/|\/src\/compile\.ts|\/(?:chevrotain|@chevrotain|lodash-es)\//,
    },
    { name: "order", test: /\/src\/order\// },
    { name: "check", test: /\/src\/check\// },
    { name: "theme", test: /\/src\/(?:theme\/|options\.ts|picture-formats\.ts)/ },
    {
      name: "drawing",
      test: /\/src\/(?:layout|render|cli\/(?:render\/draw-task|config\/picture-settings)|text\/(?!fonts\/pieces|all-pieces|read-markdown))|\/src\/draw\.ts|\/(?:@svgdotjs|svgdom)\//,
    },
  ],
};

/**
 * The library by its stages. The fonts for what draws at once stand apart from all else: who bundles the library for a page
 * then gets them as files of their own, and loads those that a picture needs.
 */
export const parts: OutputOptions["codeSplitting"] = {
  includeDependenciesRecursively: false,
  groups: [
    { name: "all-pieces", test: /\/src\/text\/all-pieces\.ts/ },
    { name: "at-once", test: /\/src\/api\/render-sync\.ts/ },
    {
      name: "words",
      test: /\/src\/(?:source|language|report)\/|levenshtein|rolldown\/runtime|unicode-ranges|character-width/,
    },
    {
      name: "language",
      test: /\/(?:grammar|src\/(?:syntax|flow))\/|\/src\/(?:compile|format)\.ts|\/src\/api\/(?:compile|format)\.ts|\/(?:chevrotain|@chevrotain|lodash-es)\//,
    },
    { name: "order", test: /\/src\/order\// },
    { name: "check", test: /\/src\/(?:check\/|api\/(?:lint|rules)\.ts)/ },
    { name: "theme", test: /\/src\/(?:theme\/|options\.ts|picture-formats\.ts|config\/|api\/input\.ts)/ },
    {
      name: "drawing",
      test: /\/src\/(?:layout|render\/(?!dom-|png)|text\/(?!fonts\/pieces|all-pieces|read-markdown))|\/src\/draw\.ts|\/src\/api\/(?:readied|render)\.ts|\/@svgdotjs\//,
    },
  ],
};
