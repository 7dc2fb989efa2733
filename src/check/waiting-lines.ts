import { type Load, utilisation } from "./loads.ts";

/** What waits before servers, in the long run. */
export interface Waiting {
  /** Messages that wait, without those in work. */
  readonly count: number;
  /** ms that one waits. */
  readonly time: number;
  readonly servers: number;
}

/**
 * Estimates how much waits for a load's servers.
 *
 * In:     a load.
 * Out:    the average line and wait at the middle of the service times; undefined where no rate is known, or as much comes in
 *         as is worked off, so that no average exists.
 * Says:   nothing.
 * Cost:   linear in servers, of which up to 10,000 are told apart.
 * Source: M/M/c and the Erlang C formula, Kleinrock, Queueing systems, 1975, section 3.5; Little's law, Little 1961.
 */
export const waitingOf = (load: Load): Waiting | undefined => {
  const { arrives } = load;
  const share = utilisation(load);
  if (arrives === undefined || share >= 1) return undefined;
  const servers = Math.min(10_000, Math.max(1, Math.round(load.count)));
  const offered = share * servers;
  let blocked = 1;
  for (let server = 1; server <= servers; server++)
    blocked = (offered * blocked) / (server + offered * blocked);
  const waits = blocked / (1 - share * (1 - blocked));
  const count = (waits * share) / (1 - share);
  return { count, time: (1000 * count) / arrives, servers };
};
