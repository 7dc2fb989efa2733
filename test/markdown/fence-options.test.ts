import { expect, test } from "vitest";
import { fenceOptions } from "../../src/markdown/fence-options.ts";

const oneOfTwo = (value: string) => (value === "dark" || value === "light" ? undefined : "`dark` or `light`");

test.each<[string, object]>([
  ["", {}],
  ["title=Mail", { title: "Mail" }],
  ['title="Welcome mail" width=60%', { title: "Welcome mail", width: "60%" }],
  ["title='say \"hi\"'", { title: 'say "hi"' }],
  ['title=""', { title: "" }],
  ["theme=dark theme=light", { theme: "light" }],
  ["width=400 view=map", { width: "400", view: "map" }],
  ["width=.5em", { width: ".5em" }],
  ["{1,3-4} showLineNumbers wrap=true frame='none' {title=x}", {}],
  ["#id .class title=x", { title: "x" }],
])("%s", (meta, options) => {
  expect(fenceOptions(meta, { theme: oneOfTwo })).toEqual({ options, problems: [] });
});

test.each<[string, string]>([
  ["theme=drak", "The option `theme` of the fence must be `dark` or `light`, and is `drak`."],
  [
    "width=wide",
    "The option `width` of the fence must be a number of px, or a length such as `60%` or `30em`, and is `wide`.",
  ],
  [
    "width=-4",
    "The option `width` of the fence must be a number of px, or a length such as `60%` or `30em`, and is `-4`.",
  ],
  ["view", "The option `view` of the fence needs a value: `view=map`."],
  ["view=", "The option `view` of the fence needs a value: `view=map`."],
  ["Width=3", "There is no option `Width` of a fence: did you mean `width`?"],
  ["tilte=x", "There is no option `tilte` of a fence: did you mean `title`?"],
])("%s is wrong", (meta, problem) => {
  expect(fenceOptions(meta, { theme: oneOfTwo })).toEqual({ options: {}, problems: [problem] });
});
