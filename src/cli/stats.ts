import type { Flow } from "../flow/flow.ts";
import type { World } from "./world.ts";

/** Counts what a run went through, and how long each part of it took. */
export const startStats = (world: World) => {
  const spent = new Map<string, number>();
  const seen = { participants: 0, messages: 0, fragments: 0, callbacks: 0 };
  const spend = (part: string, since: number): void => {
    spent.set(part, (spent.get(part) ?? 0) + world.now() - since);
  };
  return {
    time: <T>(part: string, step: () => T): T => {
      const since = world.now();
      const value = step();
      if (value instanceof Promise)
        value.then(
          () => spend(part, since),
          () => {},
        );
      else spend(part, since);
      return value;
    },
    count: (flow: Flow): void => {
      seen.participants += flow.participants.length;
      seen.messages += flow.messages.length;
      seen.fragments += flow.fragments.length;
      seen.callbacks += flow.callbacks.length;
    },
    /** Two lines: what was seen, and the time of each part, ms. */
    text: (files: number): string => {
      const counts = Object.entries({ files, ...seen }).map(([noun, count]) => `${count} ${noun}`);
      const times = [...spent].map(([part, ms]) => `${part} ${ms.toFixed(1)} ms`);
      return `${counts.join(" · ")}\n${times.join(" · ")}\n`;
    },
  };
};
