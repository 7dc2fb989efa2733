/** Breaks prose at its spaces, into lines of at most `width` characters where its words allow. */
export const wrapWords = (prose: string, width: number): readonly string[] =>
  prose.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
