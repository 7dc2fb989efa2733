/**
 * Finds the files that a glob names.
 *
 * In:   a glob pattern (`*`, `**`, `?`, `[…]`, `{…}`, `!(…)`) with `/` between its parts, and the folder that it starts from.
 * Out:  paths below that folder, with `/`, in the order of their code units; node_modules and hidden folders are left out
 *       unless the pattern names them.
 * Cost: the globbing library is loaded when first asked.
 */
export const findFiles = async (pattern: string, from: string): Promise<readonly string[]> => {
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, {
    cwd: from,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: pattern.includes("node_modules") ? [] : ["**/node_modules/**"],
  });
  return found.sort();
};
