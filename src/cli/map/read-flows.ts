import { type Compiled, compile } from "../../compile.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Sources } from "../../report/locate.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { hasErrors } from "../../source/outcome.ts";
import type { Source } from "../../source/source.ts";
import type { configFinder } from "../config/find-config.ts";
import { placeOf } from "../config/settings-of.ts";
import { compileOptionsOf, type RootFlag, readerIn } from "../imports.ts";
import type { Input } from "../inputs.ts";
import type { World } from "../world.ts";

/** One flow of a folder, read. */
export interface ReadFlow {
  readonly input: Input;
  readonly flow: Flow;
  /** The statements of its files, for the suppressions in their comments. */
  readonly remarks: readonly Compiled["ast"][];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly hasErrors: boolean;
}

/** Compiles each flow of a folder. */
export const readFlows = async (
  works: readonly { readonly input: Input; readonly source: Source }[],
  flags: RootFlag,
  configOf: ReturnType<typeof configFinder>,
  world: World,
): Promise<readonly ReadFlow[]> => {
  const read: ReadFlow[] = [];
  for (const { input, source } of works) {
    const place = await placeOf(input, flags, await configOf(input.name), world);
    const compiled = compile(source, compileOptionsOf(place, readerIn(place, world)));
    const { ast, imported, flow, diagnostics, sources } = compiled;
    read.push({
      input,
      flow,
      remarks: [ast, ...imported],
      diagnostics,
      sources,
      hasErrors: hasErrors(diagnostics),
    });
  }
  return read;
};

/** What a flow is called among the others: its path without its ending. */
export const nameOf = ({ below }: Input): string => below.replace(/\.[^./\\]+$/, "");

/** The texts of all. */
export const allSources = (read: readonly ReadFlow[]): Sources =>
  Object.assign({}, ...read.map(({ sources }) => sources));
