import fc from "fast-check";

const kinds = ["service", "queue", "external", "person", "store", "worker"] as const;
const most = 14;

/** Texts of flows with boundaries in boundaries, and channels in and out of them, to the outside too. */
export const nestedTexts: fc.Arbitrary<string> = fc
  .record({
    count: fc.integer({ min: 2, max: most }),
    /** By participant: a boundary, or from 4 on none. */
    inside: fc.array(fc.nat(8), { minLength: most, maxLength: most }),
    /** By boundary: the one that it stands in; itself or a later one is none. */
    outer: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: most, maxLength: most }),
    messages: fc.array(fc.tuple(fc.nat(most), fc.nat(most), fc.constantFrom("->", "~>")), {
      minLength: 1,
      maxLength: 26,
    }),
  })
  .map(({ count, inside, outer, kinds: chosen, messages }) => {
    const participants = Array.from({ length: count }, (_, at) => at);
    const declared = (at: number): string => `p${at}: Participant ${at} { kind: ${chosen[at]} }`;
    const boundary = (at: number): readonly string[] => [
      `b${at}: Area ${at} {`,
      "kind: boundary",
      ...participants.filter((each) => inside[each] === at).map(declared),
      ...[0, 1, 2, 3].filter((each) => each > at && outer[each] === at).flatMap(boundary),
      "}",
    ];
    const key = (at: number): string => `p${at % count}`;
    return [
      ...participants.filter((at) => (inside[at] ?? 0) > 3).map(declared),
      ...[0, 1, 2, 3].filter((at) => (outer[at] ?? 4) >= at).flatMap(boundary),
      ...messages.map(([from, to, arrow], at) => {
        if (from === most) return `() ~> ${key(to)}: in`;
        return to === most ? `${key(from)} ~> (): out` : `${key(from)} ${arrow} ${key(to)}: message ${at}`;
      }),
      "",
    ].join("\n");
  });
