import { type FaceName, faces, type Typeface } from "./faces.ts";
import { cuts, type Group, groups } from "./fonts/coverage.ts";

/** A part of a face's characters that is one font file. Cuts of letters all hold ASCII; symbols and signs do not. */
export type Cut = keyof typeof cuts;

/** One font file: a cut of a face. */
export type Piece = { readonly face: FaceName; readonly cut: Cut };

/** The font files of one cut, woff2 in base64. */
export type CutData = Readonly<Record<FaceName, string>>;

/** The cuts that are at hand. */
export type PieceData = Readonly<Partial<Record<Cut, CutData>>>;

/** A text and the face that it is drawn in. */
export type FacedText = { readonly text: string; readonly face: FaceName };

/**
 * Chooses the font files that a picture has to carry.
 *
 * In:     every text of the picture with its face, in any order, repeats allowed.
 * Out:    for each face in use the smallest cut of letters that holds what the texts of its typeface need (the same
 *         cut for all its faces, so that one family name does for them all), then the face's symbols and signs if
 *         its own texts need them. In the order of `faces` and of the cuts. Characters that no shipped font has need
 *         nothing.
 * Says:   nothing.
 * Cost:   linear in the texts.
 */
export const piecesFor = (texts: Iterable<FacedText>): readonly Piece[] => {
  const needs = new Map<FaceName, Set<Group>>();
  for (const { text, face } of texts) {
    const need = needs.get(face) ?? new Set<Group>();
    needs.set(face, need);
    addGroups(need, text);
  }
  const letters = { inter: letterCut(needs, "inter"), mono: letterCut(needs, "mono") };
  return faceNames.flatMap((face) => {
    const need = needs.get(face);
    if (need === undefined) return [];
    const extra = extras.filter((cut) => need.has(cut));
    return [letters[faces[face].typeface], ...extra].map((cut) => ({ face, cut }));
  });
};

const faceNames = Object.keys(faces) as readonly FaceName[];
const cutNames = Object.keys(cuts) as readonly Cut[];

/** Cuts without letters: each holds the one group of its name. */
const extras = ["symbols", "signs"] as const;
const letterCuts = cutNames.filter((cut) => !extras.some((extra) => extra === cut));

/** The first, which is the smallest, cut that holds all the letters of a typeface's texts. */
const letterCut = (needs: ReadonlyMap<FaceName, ReadonlySet<Group>>, typeface: Typeface): Cut => {
  const wanted = [...needs]
    .filter(([face]) => faces[face].typeface === typeface)
    .flatMap(([, need]) => [...need]);
  const letters = wanted.filter((group) => !extras.some((extra) => extra === group));
  const holds = (cut: Cut): boolean => letters.every((group) => heldBy(cut).includes(group));
  return letterCuts.find(holds) ?? "letters";
};

const heldBy = (cut: Cut): readonly Group[] => cuts[cut].groups;

const onlyAscii = /^[ -~]*$/;

const addGroups = (need: Set<Group>, text: string): void => {
  if (onlyAscii.test(text)) return;
  groupAt ??= groupTable();
  const composed = text.normalize("NFC");
  for (let at = 0; at < composed.length; at += 1) {
    const group = groupNames[(groupAt[composed.charCodeAt(at)] as number) - 1];
    if (group !== undefined) need.add(group);
  }
};

const groupNames = Object.keys(groups) as readonly Group[];

/** By UTF-16 unit: 0, or 1 + the index of its group. A constant, decoded on first use. */
let groupAt: Uint8Array | undefined;

const groupTable = (): Uint8Array => {
  const table = new Uint8Array(0x10000);
  groupNames.forEach((group, index) => {
    const numbers = groups[group].split(" ").map((number) => Number.parseInt(number, 36));
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const first = numbers[i] as number;
      table.fill(index + 1, first, first + (numbers[i + 1] as number) + 1);
    }
  });
  return table;
};
