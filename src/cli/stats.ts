import type { Counts } from "../lint-document.ts";
import { plural } from "../report/plural.ts";
import type { World } from "./world.ts";

const nouns = ["participant", "message", "fragment", "callback"] as const;

/** Counts what a run went through, and how long each part of it took. */
export const startStats = (world: World) => {
  const spent = new Map<string, number>();
  const seen = { participant: 0, message: 0, fragment: 0, callback: 0 };
  const spend = (part: string, ms: number): void => {
    spent.set(part, (spent.get(part) ?? 0) + ms);
  };
  return {
    time: <T>(part: string, step: () => T): T => {
      const since = world.now();
      const value = step();
      if (value instanceof Promise)
        value.then(
          () => spend(part, world.now() - since),
          () => {},
        );
      else spend(part, world.now() - since);
      return value;
    },
    /** Adds the time, ms, that a part took elsewhere. */
    spend,
    count: (counts: Counts): void => {
      for (const noun of nouns) seen[noun] += counts[noun];
    },
    /** Two lines: what was seen, and the time of each part, ms. */
    text: (files: number): string => {
      const counts = Object.entries({ file: files, ...seen }).map(([noun, count]) => plural(count, noun));
      const times = [...spent].map(([part, ms]) => `${part} ${ms.toFixed(1)} ms`);
      return `${counts.join(" · ")}\n${times.join(" · ")}\n`;
    },
  };
};
