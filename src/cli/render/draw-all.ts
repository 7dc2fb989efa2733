import type { CheckOptions } from "../../check/check.ts";
import { configFinder, type FoundConfig } from "../config/find-config.ts";
import type { PictureSettings } from "../config/picture-settings.ts";
import { placeOf, settingsOf } from "../config/settings-of.ts";
import { ExitCode } from "../exit-code.ts";
import { sourceOf } from "../inputs.ts";
import { drawOptionsOf } from "../picture-options.ts";
import type { Target } from "../picture-targets.ts";
import { progressOf } from "../progress.ts";
import type { Readings } from "../readings.ts";
import { explained, jobsFor, runTasks } from "../tasks/run-tasks.ts";
import { tellFailure } from "../tell-failure.ts";
import type { World } from "../world.ts";
import type { DrawInput, DrawResult } from "./draw-task.ts";
import type { KeptPictures } from "./kept-pictures.ts";
import type { RenderFlags } from "./render.ts";

/** What became of a picture. */
export interface Outcome {
  readonly target: Target;
  readonly what: "written" | "unchanged" | "printed" | "refused" | "failed";
  readonly code: ExitCode;
  /** What its flow imports. */
  readonly readings: Readings;
}

/** A flow that is left to draw. */
interface Left {
  readonly target: Target;
  readonly input: DrawInput;
}

/**
 * Draws flows, each for itself: one that cannot be read, drawn or written is reported and costs no other its picture.
 *
 * Out:  what became of each.
 * Says: what is wrong with them, in their order; and how far it is. Fails where a configuration is wrong.
 * Cost: what nothing has changed for is not drawn again; where it pays, several threads work at once.
 */
export const drawAll = async (
  targets: readonly Target[],
  kept: KeptPictures,
  flags: RenderFlags,
  world: World,
): Promise<readonly Outcome[]> => {
  const progress = progressOf("drew", targets.length, world);
  const configOf = configFinder(world);
  const outcomes: Outcome[] = [];
  const left: Left[] = [];
  const end = (outcome: Outcome): void => {
    outcomes.push(outcome);
    progress.step();
  };
  const fail = (target: Target, error: unknown, readings: Readings = {}): void => {
    progress.hide();
    tellFailure(explained(error, target.input.name), flags, world);
    end({ target, what: "failed", code: ExitCode.failure, readings });
  };
  for (const target of targets) {
    const found = await configOf(target.input.name);
    try {
      const input = await drawInputOf(target, found, flags, world);
      const readings = kept.readingsOf(target, input);
      if (readings === undefined) left.push({ target, input });
      else end({ target, what: "unchanged", code: ExitCode.ok, readings });
    } catch (error) {
      fail(target, error);
    }
  }
  await runTasks({
    name: "draw",
    inputs: left.map(({ input }) => input),
    jobs: jobsFor("draw", left.length, flags.jobs, world),
    world,
    each: async (result, index) => {
      const { target, input } = left[index] as Left;
      if ("error" in result) return fail(target, result.error);
      const drawn = result.value;
      if (drawn.diagnostics.length > 0) {
        progress.hide();
        const { tellDiagnostics } = await import("./tell-diagnostics.ts");
        tellDiagnostics(drawn.diagnostics, drawn.sources, flags, world);
      }
      const { readings } = drawn;
      try {
        const what = put(drawn, target, input, kept, world);
        end({ target, what, code: drawn.isRefused ? ExitCode.findings : ExitCode.ok, readings });
      } catch (error) {
        fail(target, error, readings);
      }
    },
  });
  progress.hide();
  return outcomes;
};

const put = (
  drawn: DrawResult,
  target: Target,
  input: DrawInput,
  kept: KeptPictures,
  world: World,
): Outcome["what"] => {
  if (drawn.picture === undefined) return "refused";
  if (target.out !== "-") return kept.write(target, input, drawn, drawn.picture) ? "written" : "unchanged";
  world.print(drawn.picture);
  return "printed";
};

/** Everything that a picture depends on, but what its flow imports. */
const drawInputOf = async (
  { input, format }: Target,
  found: FoundConfig,
  flags: RenderFlags,
  world: World,
): Promise<DrawInput> => {
  const { name, text } = await sourceOf(input, world);
  return {
    name,
    text,
    imports: await placeOf(input, flags, found, world),
    settings: await settingsFor(found, name, world),
    ...(flags.lint && { lint: await rulesFor(found, name, world) }),
    options: drawOptionsOf(flags),
    format,
    isStrict: flags.strict ?? false,
    isForced: flags.force ?? false,
  };
};

/** Which rules a configuration, where there is one, wants for a flow. */
const rulesFor = async (found: FoundConfig, name: string, world: World): Promise<CheckOptions> => {
  const { extends: preset, rules } = await settingsOf(found, name, world);
  return { ...(preset !== undefined && { extends: preset }), ...(rules !== undefined && { rules }) };
};

/** What a configuration, where there is one, says of a flow's picture. */
const settingsFor = async (found: FoundConfig, name: string, world: World): Promise<PictureSettings> => {
  const { theme, darkTheme, fonts } = await settingsOf(found, name, world);
  return {
    ...(theme !== undefined && { theme }),
    ...(darkTheme !== undefined && { darkTheme }),
    ...(fonts !== undefined && { fonts }),
  };
};
