/** What the library and the command need to know of a format; what writes it is its row in `render/formats.ts`. */
export interface FormatFacts {
  /** Of a file's name. */
  readonly ending: string;
  /** Bytes, not text. */
  readonly isBinary: boolean;
  /** It can be written at once, by `renderSync`. */
  readonly isSync: boolean;
  /** It is made of shapes, not of letters alone. */
  readonly isGraphic: boolean;
  /** It shows maps too, not sequences alone. */
  readonly hasMap: boolean;
  /** The letters are ours alone: what our fonts lack stays blank, on whatever machine. */
  readonly hasOwnFonts: boolean;
  /** For people who choose one. */
  readonly about: string;
}

/** Every format of a picture: one row is all that the library and the command know of it. */
// biome-ignore format: a table, one row to a line
export const pictureFormats = {
  svg: { ending: ".svg", isBinary: false, isSync: true, isGraphic: true, hasMap: true, hasOwnFonts: false, about: "for pages and documents" },
  txt: { ending: ".txt", isBinary: false, isSync: true, isGraphic: false, hasMap: false, hasOwnFonts: false, about: "for terminals, mail and code review" },
  png: { ending: ".png", isBinary: true, isSync: false, isGraphic: true, hasMap: true, hasOwnFonts: true, about: "for where no SVG is shown" },
  pdf: { ending: ".pdf", isBinary: true, isSync: false, isGraphic: true, hasMap: true, hasOwnFonts: true, about: "for print" },
} as const satisfies Record<string, FormatFacts>;

export type PictureFormat = keyof typeof pictureFormats;

/** A text, or the bytes of a binary format. */
export type Picture = string | Uint8Array;

export type PictureOf<Format extends PictureFormat> = (typeof pictureFormats)[Format]["isBinary"] extends true
  ? Uint8Array
  : string;

export const formatNames = Object.keys(pictureFormats) as readonly PictureFormat[];
