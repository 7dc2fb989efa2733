/**
 * Cuts the shipped font files out of the originals.
 *
 * Of the layout features only kerning, mark placing and glyph composition stay: each of them is a matter of
 * neighbours, so advances and pairs say all there is to say about a text's width. Contextual alternates and
 * ligatures go, and so does hinting.
 */
import subsetFont from "subset-font";
import { codePointsOf, cuts, symbolGroups } from "./coverage.mjs";
import { renamed } from "./sfnt.mjs";

const features = { letters: ["ccmp", "kern", "mark", "mkmk"], symbols: ["ccmp"] };
const dropTables = ["DSIG", "STAT", "gasp", "meta"];
const licence =
  "This Font Software is licensed under the SIL Open Font License, Version 1.1. https://openfontlicense.org";

const copyrightOf = {
  "Slant Inter": "Inter Project Authors (https://github.com/rsms/inter)",
  "Slant Mono": "JetBrains Mono Project Authors (https://github.com/JetBrains/JetBrainsMono)",
};

const namesOf = ({ family, style }, suffix) => {
  const whole = suffix === "" ? family : `${family} ${suffix}`;
  // Only regular and italic are styles of one family in the oldest naming scheme; others name families of their own.
  const linked = style === "Regular" || style === "Italic";
  return {
    0: `Copyright 2020 The ${copyrightOf[family]}`,
    1: linked ? whole : `${whole} ${style}`,
    2: linked ? style : "Regular",
    3: `${whole} ${style}; cut for Slant`,
    4: `${whole} ${style}`,
    6: `${whole.replaceAll(" ", "")}-${style}`,
    13: licence,
    ...(linked ? {} : { 16: whole, 17: style }),
  };
};

const cutOut = async (original, codes, keepFeatures) =>
  subsetFont(original, String.fromCodePoint(...codes), {
    targetFormat: "truetype",
    keepFeatures,
    noLayoutClosure: true,
    noHinting: true,
    dropTables,
  });

/** One face as a TTF with every character that Slant ships. */
export const wholeFace = async (face, original) =>
  renamed(
    await cutOut(original, codePointsOf([...cuts.letters, ...symbolGroups]), features.letters),
    namesOf(face, ""),
  );

/** One piece of a face as woff2. */
export const piece = async (face, original, cut) => {
  const kept = symbolGroups.includes(cut) ? features.symbols : features.letters;
  const names = namesOf(face, cut[0].toUpperCase() + cut.slice(1));
  return compressed(renamed(await cutOut(original, codePointsOf(cuts[cut]), kept), names), names);
};

/** TTF → woff2 with nothing dropped: a subset of everything. */
const compressed = (font, names) =>
  subsetFont(font, "", {
    targetFormat: "woff2",
    keepAllGlyphs: true,
    noLayoutClosure: true,
    preserveNameIds: Object.keys(names).map(Number),
  });
