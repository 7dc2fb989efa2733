import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { en } from "../../src/layout/phrases/en.ts";
import { fill, languages, phrasesFor } from "../../src/layout/phrases/phrases.ts";
import { faultsOf } from "./scene-faults.ts";

const holes = (phrase: string): readonly string[] =>
  [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).toSorted();

const source = (lang: string): string => `lang: ${lang}
shop: Shop
jobs: jobs { kind: queue; capacity: 1000; retention: 4d; max-receives: 5 }
bank: Bank { kind: external; takes: 1s }
shop ~> jobs: charge { callback: paid; timeout: 3s }
jobs ~> bank: charge { latency: 1s..2s }
await: paid { timeout: 1m }
alt: yes {
  bank ~> shop: done { resolves: paid }
} else: no {
  bank ~> shop: sorry { rejects: paid }
}
on: paid timeout {
  shop -> shop: log
}
`;

for (const [lang, phrases] of Object.entries(languages)) {
  test(`${lang} says everything that English says, with the same values in it`, () => {
    expect(Object.keys(phrases).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect([key, holes(phrases[key])]).toEqual([key, holes(en[key])]);
  });

  test(`a picture in ${lang} has its own words and still no faults`, () => {
    const { flow, sources, diagnostics } = compile({ name: "flow.slant", text: source(lang) });
    expect(diagnostics).toEqual([]);
    const scene = sceneOf(flow, sources);
    const texts = scene.groups.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])),
    );
    expect(texts).toContain(fill(phrases.expects, { name: "paid" }));
    expect(texts).toContain(fill(phrases.fails, { name: "paid" }));
    expect(scene.description).toContain(fill(phrases.waitsFor, { from: "Shop", names: "paid" }));
    expect(faultsOf(scene)).toEqual({ overlaps: [], crossed: [], outside: [] });
  });
}

test("a language tag finds its language, and an unknown one English", () => {
  expect(phrasesFor("de-AT")).toBe(languages.de);
  expect(phrasesFor("ZH-Hant")).toBe(languages.zh);
  expect(phrasesFor("tlh")).toBe(en);
});
