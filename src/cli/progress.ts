import type { World } from "./world.ts";

/** Before this time, ms, a run says nothing about how far it is. */
const patience = 1000;
/** Between two words about it, ms. */
const pause = 100;

/** Tells a waiting person how far a long run is: on a terminal only, and never in CI. */
export const progressOf = (
  verb: string,
  total: number,
  world: World,
): { readonly step: () => void; readonly hide: () => void } => {
  let [done, next, isShown] = [0, world.now() + patience, false];
  const clear = "\r\u001b[2K";
  return {
    step: () => {
      done++;
      if (world.now() < next || world.env.CI || !world.isTerminal.err) return;
      world.tell(`${clear}${verb} ${done} of ${total} files`);
      [next, isShown] = [world.now() + pause, true];
    },
    hide: () => {
      if (isShown) world.tell(clear);
      isShown = false;
    },
  };
};
