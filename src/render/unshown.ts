import type { Scene } from "../layout/scene.ts";
import { characterWidth } from "../text/character-width.ts";
import { faceTable } from "../text/face-table.ts";

/**
 * The characters that stay blank where a picture has our own fonts only: ideographs, emoji, scripts that they have no
 * letters for.
 *
 * Out:  each once, in the scene's order.
 * Cost: linear in the texts.
 */
export const unshownIn = ({ groups }: Scene): readonly string[] => {
  const found = new Set<string>();
  const texts = groups.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "text" ? (mark.runs ?? [mark]) : [])),
  );
  for (const { face, text } of texts) {
    const { advance } = faceTable(face, text);
    for (const character of text.normalize("NFC")) {
      const code = character.codePointAt(0) as number;
      const isShown = advance[code] || characterWidth(code) === "zero" || /\s/.test(character);
      if (!isShown) found.add(character);
    }
  }
  return [...found];
};
