import type { Flow } from "../flow/flow.ts";
import type { CallbackEvent } from "./callback-event.ts";
import { callbackEvents } from "./callback-events.ts";
import { type Conversation, conversationsOf } from "./conversations.ts";
import { type Facts, factsOf } from "./facts.ts";
import { type Handling, handlingOf } from "./handled-for.ts";
import { type Load, loadsOf, mayServe } from "./loads.ts";
import { type Obligation, obligationsOf } from "./obligations.ts";
import { type Orderings, orderingsOf } from "./orderings.ts";
import { type Race, racesOf } from "./races.ts";
import type { Placed } from "./slice.ts";
import { type MeasureWay, slowWaysOf } from "./slow-ways.ts";
import type { Suppression } from "./suppressions.ts";
import { type TimedPath, timedPathsOf } from "./timed-paths.ts";
import { type Words, wordsFor } from "./words.ts";

/** What a rule may look at. What costs something is worked out when the first rule asks for it. */
export interface Context {
  readonly flow: Flow;
  readonly facts: Facts;
  readonly obligations: readonly Obligation[];
  readonly races: readonly Race[];
  /** By callback: what happens to it, in written order. */
  readonly events: readonly (readonly Placed<CallbackEvent>[])[];
  readonly conversations: readonly Conversation[];
  /** What the causal order of its paths shows. */
  readonly orderings: Orderings;
  /** What each message is sent for. */
  readonly handling: Handling;
  /** Paths of a flow that gives times, each with a measure of its stretches. */
  readonly timed: readonly (TimedPath & { readonly measure: MeasureWay })[];
  /** Where the text says how much comes in and how fast it is worked off. */
  readonly loads: readonly Load[];
  readonly words: Words;
  readonly suppressions: readonly Suppression[];
  /** Those that matched nothing; known to rules that run last. */
  readonly unused: readonly Suppression[];
  /** The codes of all rules. */
  readonly codes: readonly string[];
}

/** What a context is made of. */
export interface Given extends Pick<Context, "flow" | "suppressions" | "unused" | "codes"> {
  /** The texts that spans point into, by file. */
  readonly sources: Readonly<Record<string, string>>;
  /** Whether findings are to show how they can come about: yes, unless said otherwise. */
  readonly hasWitnesses?: boolean;
}

/**
 * In:   a flow without errors, its texts and their suppressions.
 * Out:  a context whose parts are made once each.
 * Says: nothing.
 * Cost: what its parts cost.
 */
export const contextOf = ({
  flow,
  sources,
  suppressions,
  unused,
  codes,
  hasWitnesses = true,
}: Given): Context => {
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const facts = once(() => factsOf(flow));
  const events = once(() => callbackEvents(facts()));
  const obligations = once(() => obligationsOf(facts(), events()));
  const races = once(() => racesOf(facts(), events()));
  const conversations = once(() => conversationsOf(facts(), events()));
  const orderings = once(() => orderingsOf(facts(), hasWitnesses));
  const handling = once(() => handlingOf(facts()));
  const timed = once(() => timedPathsOf(facts()).map((path) => ({ ...path, measure: slowWaysOf(path) })));
  const loads = once(() => (mayServe(flow) ? loadsOf(facts(), handling()) : []));
  return {
    flow,
    suppressions,
    unused,
    codes,
    words: wordsFor(flow, sources),
    get facts() {
      return facts();
    },
    get obligations() {
      return obligations();
    },
    get events() {
      return events();
    },
    get races() {
      return races();
    },
    get conversations() {
      return conversations();
    },
    get orderings() {
      return orderings();
    },
    get handling() {
      return handling();
    },
    get timed() {
      return timed();
    },
    get loads() {
      return loads();
    },
  };
};
