/** What changes in a file, as `git apply` and `patch` read it. The library that compares is loaded for it. */
export const diffText = async (file: string, before: string, after: string): Promise<string> => {
  const { formatPatch, structuredPatch } = await import("diff");
  const name = file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
  });
  // git knows no line of equals signs above the names
  return formatPatch(patch).replace(/^(?:Index:.*\n)?=+\n/, "");
};
