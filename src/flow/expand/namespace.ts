import type { Statement } from "../../syntax/ast.ts";
import { withHandleNames } from "./handle-names.ts";

/**
 * Keeps the callbacks and ids of imported statements apart from those of the file that imports them.
 *
 * In:     the statements of the importing file.
 * Out:    `apart` gives imported statements in which every name that is taken here is another one: `done` of `lib/mail.slant`
 *         becomes `mail.done`, then `mail.2.done`. What it gives is taken from then on.
 * Cost:   linear in the statements.
 */
export const newNamespace = (body: readonly Statement[]) => {
  let taken: Set<string> | undefined;
  return {
    apart: (imported: readonly Statement[], path: string): readonly Statement[] => {
      taken ??= namesIn(body);
      const own = namesIn(imported);
      const clashing = [...own].filter((name) => taken?.has(name));
      const renamed = new Map<string, string>();
      for (const name of clashing) {
        const fresh = freshName(name, path, (word) => taken?.has(word) === true || own.has(word));
        renamed.set(name, fresh);
        taken.add(fresh);
      }
      for (const name of own) taken.add(name);
      return renamed.size === 0 ? imported : withHandleNames(imported, (name) => renamed.get(name) ?? name);
    },
  };
};

const namesIn = (body: readonly Statement[]): Set<string> => {
  const names = new Set<string>();
  withHandleNames(body, (name) => {
    names.add(name);
    return name;
  });
  return names;
};

const freshName = (name: string, path: string, isTaken: (word: string) => boolean): string => {
  const stem = (path.split("/").at(-1) ?? path)
    .replace(/\.(?:slant|d2)$/, "")
    .replace(/[\s,;:{}[\]"'|()@$&*]+/g, "-");
  for (let number = 1; ; number++) {
    const word = number === 1 ? `${stem}.${name}` : `${stem}.${number}.${name}`;
    if (!isTaken(word)) return word;
  }
};
