import type { Mark } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import { declaredProperties } from "./declarations.ts";
import type { Drawn } from "./drawn.ts";
import type { Fonts } from "./fonts.ts";
import { type Look, lookOf, type Variant, variantOf } from "./look-of.ts";
import { textClasses } from "./text-classes.ts";

/** How an element of a group looks, apart from its place. Elements that look the same share one part. */
export interface Part {
  /** Of its picture's parts, in the order of their first elements. */
  readonly number: number;
  readonly element: string;
  readonly look: Look;
  /** Declarations of a text that is not the default, by class name. */
  readonly text: ReadonlyMap<string, string>;
  readonly hasHalo: boolean;
  /** The classes that it has where no form stands for it. */
  readonly classes: string;
  /** The properties that its rules declare, some of them twice. */
  readonly properties: readonly string[];
}

/**
 * Tells the part of each mark of a picture. A picture has many more marks than parts, and what a part is depends on few
 * properties of a mark: of those of one role, the first that has them too is the one.
 */
export const partsOf = (theme: Theme, fonts: Fonts): ((mark: Mark, drawn: Drawn) => Part) => {
  const looks = new Map<string, Look>();
  const known = new Map<string, Known[]>();
  let count = 0;
  return (mark, drawn) => {
    const variant = variantOf(mark, theme.paint[mark.paint]);
    let ofRole = known.get(mark.paint);
    if (ofRole === undefined) {
      ofRole = [];
      known.set(mark.paint, ofRole);
    }
    for (const each of ofRole) if (isAlike(each, mark, drawn, variant)) return each.part;
    const look = lookOf(mark.paint, variant, theme.paint[mark.paint], looks);
    const part = partFor(count++, mark, drawn, look, theme, fonts);
    ofRole.push({ mark, drawn, variant, part });
    return part;
  };
};

interface Known {
  readonly mark: Mark;
  readonly drawn: Drawn;
  readonly variant: Variant;
  readonly part: Part;
}

const isAlike = (one: Known, mark: Mark, drawn: Drawn, variant: Variant): boolean => {
  if (one.drawn.kind.name !== drawn.kind.name || one.variant !== variant) return false;
  if (one.mark.kind !== "text" || mark.kind !== "text") return one.drawn.hatch === drawn.hatch;
  const { face, size, anchor, halo = false } = one.mark;
  return face === mark.face && size === mark.size && anchor === mark.anchor && halo === (mark.halo ?? false);
};

const partFor = (
  number: number,
  mark: Mark,
  { kind: { name }, hatch }: Drawn,
  look: Look,
  theme: Theme,
  fonts: Fonts,
): Part => {
  const text =
    mark.kind === "text"
      ? textClasses(mark, theme.style, fonts)
      : new Map(hatch === undefined ? [] : [["hatch", hatch]]);
  const hasHalo = mark.kind === "text" && mark.halo === true;
  const names = [look.name, ...text.keys(), ...(hasHalo ? ["halo"] : [])];
  const classes = names.map((each) => `sl-${each}`).join(" ");
  return {
    number,
    element: name,
    look,
    text,
    hasHalo,
    classes,
    properties: propertiesOf(look, text, hasHalo),
  };
};

const propertiesOf = (look: Look, text: ReadonlyMap<string, string>, hasHalo: boolean): readonly string[] => [
  ...declaredProperties(look),
  ...[...text.values()].flatMap((declaration) =>
    declaration.split(";").map((one) => one.split(":", 1)[0] as string),
  ),
  ...(hasHalo ? haloProperties : []),
];

const haloProperties = ["stroke", "stroke-width", "stroke-linejoin", "paint-order"];
