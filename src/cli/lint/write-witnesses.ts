import { compile } from "../../compile.ts";
import { draw } from "../../draw.ts";
import type { LocatedDiagnostic } from "../../report/locate.ts";
import { plural } from "../../report/plural.ts";
import { attempt } from "../failure.ts";
import type { World } from "../world.ts";

/**
 * Writes, for each finding that shows how it can come about, that as a flow of its own, and its picture beside it.
 *
 * In:   a folder, which is made where it is missing; findings; whether to keep quiet.
 * Out:  `FILE-LINE-CODE.slant` and `.svg` for each; what lies there under other names is left alone.
 * Says: on standard error, how many there are. Fails when the folder or a file cannot be written.
 * Cost: that of drawing each.
 */
export const writeWitnesses = async (
  folder: string,
  diagnostics: readonly LocatedDiagnostic[],
  world: World,
  isQuiet: boolean,
): Promise<void> => {
  const names = new Map<string, number>();
  let count = 0;
  for (const { file, line, code, schedule } of diagnostics) {
    const text = schedule?.source;
    if (text === undefined) continue;
    if (count++ === 0) attempt("write", folder, () => world.makeFolder(folder));
    const wanted = `${plainName(file)}-${line}-${code}`;
    const nth = (names.get(wanted) ?? 0) + 1;
    names.set(wanted, nth);
    const path = `${folder.replace(/(?<=.)[\\/]+$/, "")}/${wanted}${nth > 1 ? `-${nth}` : ""}`;
    const { flow, sources } = compile({ name: `${path}.slant`, text });
    const { value: picture } = await draw(flow, sources);
    attempt("write", `${path}.slant`, () => world.write(`${path}.slant`, text));
    attempt("write", `${path}.svg`, () => world.write(`${path}.svg`, picture));
  }
  if (isQuiet) return;
  world.tell(
    count === 0
      ? "slant: no finding shows how it can come about\n"
      : `slant: drew in ${folder} how ${plural(count, "finding")} can come about\n`,
  );
};

/** A file's name without its folders and ending, as far as any disk takes it. */
const plainName = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? "")
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .slice(0, 100) || "flow";
