/**
 * A piece of a railroad diagram. It is entered at its left, on its main line, and left at its right on the same height.
 * Lengths in px.
 */
export interface Track {
  readonly width: number;
  /** How far it reaches above its main line, and below. */
  readonly up: number;
  readonly down: number;
  /** SVG, when the track is entered at `x`, `y`. */
  readonly draw: (x: number, y: number) => readonly string[];
}

/** Half of a station's height. */
const half = 14;
const pad = 12;
/** The radius of a bend, and the least distance between two lines. */
const bend = 10;
const clear = 8;

/** The advance of a character, with which every text is set, whatever font shows it. */
const advance = 7.8;

/** Something that is passed: a mark, a rule, or words. */
export const station = (text: string, role: "mark" | "rule" | "words"): Track => {
  const length = Math.round(Array.from(text).length * advance);
  const width = length + 2 * pad;
  return {
    width,
    up: half,
    down: half,
    draw: (x, y) => [
      `<rect class="${role}" x="${x}" y="${y - half}" width="${width}" height="${2 * half}" rx="${role === "mark" ? half : 4}"/>`,
      `<text class="${role}" x="${x + pad}" y="${y + 4.5}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`,
    ],
  };
};

/** A straight line. */
export const straight = (width: number): Track => ({
  width,
  up: 0,
  down: 0,
  draw: (x, y) => (width === 0 ? [] : [line(`M${x} ${y}h${width}`)]),
});

/** One after another. */
export const row = (tracks: readonly Track[]): Track => {
  const parts = tracks.flatMap((track, at) => (at === 0 ? [track] : [straight(bend), track]));
  return {
    width: sum(parts.map(({ width }) => width)),
    up: Math.max(0, ...parts.map(({ up }) => up)),
    down: Math.max(0, ...parts.map(({ down }) => down)),
    draw: (x, y) => {
      let at = x;
      return parts.flatMap((part) => {
        const drawn = part.draw(at, y);
        at += part.width;
        return drawn;
      });
    },
  };
};

/** One of several: the first on the main line, the others below it. */
export const switched = (tracks: readonly Track[]): Track => {
  const inner = Math.max(...tracks.map(({ width }) => width));
  const drops: number[] = [];
  let below = 0;
  for (const [at, { up, down }] of tracks.entries()) {
    const drop = at === 0 ? 0 : Math.max(below + clear + up, 2 * bend);
    drops.push(drop);
    below = drop + down;
  }
  const width = inner + 4 * bend;
  return {
    width,
    up: tracks[0]?.up ?? 0,
    down: below,
    draw: (x, y) =>
      tracks.flatMap((track, at) => {
        const drop = drops[at] ?? 0;
        const rest = inner - track.width;
        const start = x + 2 * bend;
        const sides =
          at === 0
            ? [line(`M${x} ${y}h${2 * bend}`), line(`M${x + width - 2 * bend} ${y}h${2 * bend}`)]
            : [line(`M${x} ${y}${away(drop)}`), line(`M${start + inner} ${y + drop}${back(drop)}`)];
        return [
          ...sides,
          ...track.draw(start, y + drop),
          ...straight(rest).draw(start + track.width, y + drop),
        ];
      }),
  };
};

/** What may be left out: a line leads around it, above. */
export const bypassed = (track: Track): Track => {
  const rise = Math.max(track.up + clear, 2 * bend);
  const width = track.width + 4 * bend;
  return {
    width,
    up: rise,
    down: track.down,
    draw: (x, y) => [
      line(`M${x} ${y}${away(-rise)}h${track.width}${back(-rise)}`),
      line(`M${x} ${y}h${2 * bend}`),
      ...track.draw(x + 2 * bend, y),
      line(`M${x + width - 2 * bend} ${y}h${2 * bend}`),
    ],
  };
};

/** What comes once or more: a line leads back, below, past what stands between two of them. */
export const looped = (track: Track, between: Track = straight(0)): Track => {
  const inner = Math.max(track.width, between.width);
  const width = inner + 2 * bend;
  const drop = Math.max(track.down + clear + between.up, 2 * bend);
  const side = (inner - track.width) / 2;
  const gap = (inner - between.width) / 2;
  return {
    width,
    up: track.up,
    down: drop + between.down,
    draw: (x, y) => [
      ...straight(bend + side).draw(x, y),
      ...track.draw(x + bend + side, y),
      ...straight(bend + side).draw(x + bend + side + track.width, y),
      line(
        `M${x + bend + inner} ${y}a${bend} ${bend} 0 0 1 ${bend} ${bend}v${drop - 2 * bend}a${bend} ${bend} 0 0 1 ${-bend} ${bend}h${-gap}`,
      ),
      ...between.draw(x + bend + gap, y + drop),
      line(
        `M${x + bend + gap} ${y + drop}h${-gap}a${bend} ${bend} 0 0 1 ${-bend} ${-bend}v${2 * bend - drop}a${bend} ${bend} 0 0 1 ${bend} ${-bend}`,
      ),
    ],
  };
};

/** From the main line to one `drop` below it (above, when negative), and back: two bends each, to the right. */
const away = (drop: number): string => {
  const [turn, sign] = drop > 0 ? [1, 1] : [0, -1];
  return `a${bend} ${bend} 0 0 ${turn} ${bend} ${sign * bend}v${drop - sign * 2 * bend}a${bend} ${bend} 0 0 ${1 - turn} ${bend} ${sign * bend}`;
};
const back = (drop: number): string => {
  const [turn, sign] = drop > 0 ? [0, 1] : [1, -1];
  return `a${bend} ${bend} 0 0 ${turn} ${bend} ${-sign * bend}v${sign * 2 * bend - drop}a${bend} ${bend} 0 0 ${1 - turn} ${bend} ${-sign * bend}`;
};

const line = (path: string): string => `<path d="${path}"/>`;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
