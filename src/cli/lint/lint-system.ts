import type { Sources } from "../../report/locate.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { checkSystem } from "../../system/check-system.ts";
import { mergeFlows } from "../../system/merge-flows.ts";
import { settingsOf } from "../config/settings-of.ts";
import { allSources, nameOf, readFlows } from "../map/read-flows.ts";
import type { Tools, Work } from "./lint-all.ts";

/**
 * Checks files as one system, for `slant lint --system`.
 *
 * In:   the files, with their texts; the first one's configuration says which rules run.
 * Out:  what the rules over many flows find, and the texts that it points into. Flows with errors and Markdown are left out:
 *       the ones mean nothing yet, and the other's flows are examples.
 */
export const lintSystem = async (
  works: readonly Work[],
  { world, flags, configOf }: Pick<Tools, "world" | "flags" | "configOf">,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly sources: Sources }> => {
  const [first] = works;
  if (first === undefined) return { diagnostics: [], sources: {} };
  const flows = works.filter(({ input }) => input.isStdin || input.name.toLowerCase().endsWith(".slant"));
  const read = (await readFlows(flows, flags, configOf, world)).filter((each) => !each.hasErrors);
  const system = mergeFlows(read.map(({ input, flow }) => ({ name: nameOf(input), flow })));
  const { name } = first.input;
  const { extends: preset, rules } = await settingsOf(await configOf(name), name, world);
  const sources = allSources(read);
  const reports = checkSystem(
    system,
    { remarks: read.flatMap(({ remarks }) => remarks), sources },
    { ...(preset && { extends: preset }), rules: { ...rules, ...flags.rule } },
  );
  return { diagnostics: reports.map(({ diagnostic }) => diagnostic), sources };
};
