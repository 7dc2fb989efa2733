/** `walkFiles`, loaded when files are first looked for: most runs name theirs. */
export const findFiles = async (pattern: string, from: string): Promise<readonly string[]> => {
  const { walkFiles } = await import("./walk-files.ts");
  return walkFiles(pattern, from);
};
