// biome-ignore-all format: generated
// Made by make.mjs: do not edit.

/** Code points by group: pairs of base-36 numbers, the first of a range and its last minus its first. */
export const groups = {
  ascii: "w 2m 4g 0 53 0 5z 0 6c3 1 6c8 1 6cc 1 6ci 0 6cm 0 6mo 0 6mq 0 6sg 0 6sk 1 7pv 0 7pz 0",
  common: "4n 0 4p 0 4r 0 4u 0 4w 1 51 0 57 0 6v 0 6ca 0 6ce 0 6d5 1 6gc 0 6ja 0 6jm 0 6qa 0",
  marks: "lc 4 li 6 mb 0 me 2 mp 0",
  latin: "4h 5 4o 0 4q 0 4s 0 4v 0 4y 2 52 0 54 2 58 q 60 u 6w 28 96 1h ew 3 61q 0",
  vietnamese: "bk 1 bz 1 61s 2h",
  greek: "p0 2 p4 2 p8 0 pa j pv 17",
  cyrillic: "sg 2n wg 3 wq 1 wy 1 xa 5 xm 1 yg 1 yw 1",
  symbols: "6mp 0 6mr 3i 6qb 24 6sh 2 6sm 49 7b4 eq 7pw 2 7q0 6f 83k 3j 8hs 73 1ekd 0",
  signs: "6bm 8 6c0 2 6c5 2 6cb 0 6cf 2 6cj 2 6cn 0 6cv 9 6d7 10 6eo p 6g0 b 6gd i 6ir 0 6ix 0 6j7 0 6jb 0 6kw e 6ww 14 6y3 5w 76o j",
} as const;

export type Group = keyof typeof groups;

/** The cuts, smallest font file first: which groups each holds, and its `unicode-range`, neighbours joined. */
export const cuts = {
  ascii: { groups: ["ascii"], range: "U+20-d7,U+2013-2026,U+2190-2265,U+2713-2717" },
  greek: { groups: ["ascii", "common", "marks", "greek"], range: "U+20-f7,U+300-3ce,U+2013-2265,U+2713-2717" },
  cyrillic: { groups: ["ascii", "common", "marks", "cyrillic"], range: "U+20-f7,U+300-4e9,U+2013-2265,U+2713-2717" },
  latin: { groups: ["ascii", "common", "marks", "latin"], range: "U+20-331,U+1e9e,U+2013-2265,U+2713-2717" },
  letters: { groups: ["ascii", "common", "marks", "latin", "vietnamese", "greek", "cyrillic"], range: "U+20-4e9,U+1e9e-1ef9,U+2013-2265,U+2713-2717" },
  symbols: { groups: ["symbols"], range: "U+2191-22ff,U+2500-27ff,U+2900-297f,U+2b00-2bff,U+fffd" },
  signs: { groups: ["signs"], range: "U+2002-215e,U+2300-2473" },
} as const satisfies Readonly<Record<string, { readonly groups: readonly Group[]; readonly range: string }>>;
