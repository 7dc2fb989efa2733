/** "1 file", "2 files"; "1 entry", "2 entries". */
export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;
