import type { Style } from "../../theme/theme.ts";
import type { Group } from "../scene.ts";
import { textMarks } from "./draw-texts.ts";
import type { Words } from "./words.ts";

/** The title in a picture's upper left corner; nothing where it has none. */
export const drawTitle = (title: Words | undefined, style: Style): readonly Group[] => {
  if (!title) return [];
  const place = { x: style.margin, y: style.margin + style.title * 0.9, anchor: "start", rotate: 0 } as const;
  return [{ role: "title", classes: ["title"], marks: textMarks({ words: title, ...place }, "title-text") }];
};
