import type { Source } from "../source/source.ts";
import type { Fence } from "./fence.ts";

/** Where a D2 text says that it is a sequence diagram, or that an object in it is one. */
const sequence = /\bshape\s*:\s*["']?sequence_diagram\b/i;

/** The language of a block of code that holds a flow: Slant, or a sequence diagram in D2; undefined for any other. */
export const flowLanguage = ({
  language,
  text,
}: Pick<Fence, "language" | "text">): NonNullable<Source["language"]> | undefined => {
  if (language === "slant") return "slant";
  return language === "d2" && sequence.test(text) ? "d2" : undefined;
};
