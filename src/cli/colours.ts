import { coloured, type Palette, plain } from "../report/palette.ts";
import type { World } from "./world.ts";

/**
 * Whether to paint what goes to a stream: the option first, then NO_COLOR and FORCE_COLOR (set and not empty), then
 * whether a terminal shows it.
 *
 * Source: no-color.org, force-color.org.
 */
export const paletteFor = (
  stream: "out" | "err",
  { color }: { readonly color?: boolean | undefined },
  { env, isTerminal }: World,
): Palette => {
  const asked =
    color ?? (isSet(env.NO_COLOR) ? false : isSet(env.FORCE_COLOR) ? env.FORCE_COLOR !== "0" : undefined);
  return (asked ?? (isTerminal[stream] && env.TERM !== "dumb")) ? coloured : plain;
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";
