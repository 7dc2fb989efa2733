import type { Group } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import { authorStyle } from "./author-style.ts";
import { asAttributes, halo, plainDeclaration } from "./declarations.ts";
import { markupOf } from "./dom.ts";
import { draw } from "./drawn.ts";
import type { Fonts } from "./fonts.ts";
import { groupElement } from "./group-element.ts";
import { type Look, lookOf } from "./look-of.ts";
import { onPixels } from "./on-pixels.ts";
import type { Used } from "./style-sheet.ts";
import { tieNumbers } from "./tie-numbers.ts";

export interface Body {
  /** The groups' markup, one to a line. */
  readonly markup: string;
  /** What the style sheet must say for them. */
  readonly used: Used;
}

interface Manner {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly isInteractive: boolean;
  /** Say on every element what a style sheet would say. */
  readonly isSelfContained: boolean;
}

/**
 * Draws all groups.
 *
 * Cost: linear. Each group is made and serialised on its own, since svgdom looks through all of a parent's children whenever
 *       it adds one.
 */
export const bodyOf = (groups: readonly Group[], manner: Manner): Body => {
  const { theme, fonts, isInteractive, isSelfContained } = manner;
  const looks = new Map<string, Look>();
  const text = new Map<string, string>();
  const ties = tieNumbers(groups);
  const setting = { style: theme.style, fonts };

  const markup = groups.map((group) => {
    const numbers = (group.ties ?? []).flatMap((tie) => ties.get(tie) ?? []);
    const element = groupElement(group, numbers, isInteractive);
    for (const mark of onPixels(group.marks, theme.paint)) {
      const drawn = draw(mark, setting);
      if (drawn === undefined) continue;
      const look = lookOf(mark, theme.paint[mark.paint], looks);
      let names = `sl-${look.name}`;
      let said = isSelfContained ? plainDeclaration(look, theme) : "";
      for (const [name, declaration] of drawn.classes ?? []) {
        names += ` sl-${name}`;
        text.set(name, declaration);
        if (isSelfContained) said += `;${name === "halo" ? plainDeclaration(halo, theme) : declaration}`;
      }
      const made = element.element(drawn.name, {
        class: names,
        ...(said && asAttributes(said)),
        ...drawn.attributes,
        ...(group.style && authorStyle(group.style, mark, look)),
      });
      if (drawn.text !== undefined) made.words(drawn.text);
      for (const run of drawn.runs ?? []) {
        const around = run.link === undefined ? made : made.element("a", { href: run.link, rel: "noopener" });
        const declared = [...run.classes.values()].join(";");
        for (const [name, declaration] of run.classes) text.set(name, declaration);
        const names = [...run.classes.keys()].map((name) => `sl-${name}`).join(" ");
        around
          .element("tspan", {
            ...(names && { class: names }),
            ...(isSelfContained && declared && asAttributes(declared)),
          })
          .words(run.text);
      }
    }
    return markupOf(element.node);
  });
  const hasHalo = text.delete("halo");
  return {
    markup: markup.join("\n"),
    used: { looks: [...looks.values()], text, halo: hasHalo, ties: ties.size },
  };
};
