import type { Causes } from "../order/causes.ts";
import { beginningOf } from "../order/schedule.ts";
import { asDrawn } from "./as-drawn.ts";
import { choicesOf } from "./choices.ts";
import type { Facts } from "./facts.ts";
import { type Hasty, hastyOn, storesSomething } from "./hasty-callbacks.ts";
import { mayRace, type Overtaking, overtakingsOn } from "./overtakings.ts";
import { eachPathOrder } from "./path-orders.ts";
import { type Ambiguity, ambiguitiesOf } from "./projections.ts";
import { replay } from "./replay.ts";
import { mayBlock, type SelfBlock, selfBlocksOn } from "./self-blocks.ts";
import { type Split, splitsOf, splitWitnesses } from "./splits.ts";
import { stepsOf, type Witness } from "./witness.ts";

/** What the causal order of a flow's paths shows; each with a witness where one was found and replays. */
export interface Orderings {
  /** Messages that can overtake others though the text draws them below. */
  readonly overtakings: readonly Overtaking[];
  /** Callbacks that can arrive before they are stored. */
  readonly hasty: readonly Hasty[];
  /** Calls whose reply needs their blocked caller. */
  readonly selfBlocks: readonly SelfBlock[];
  /** Choices that several lifelines can make, each in its own way. */
  readonly splits: readonly Split[];
  /** Lifelines that cannot tell which way was chosen. */
  readonly ambiguities: readonly (Ambiguity & { readonly witness?: Witness })[];
}

/** Looks at one path; makes a witness only when asked, and gives those it returns that replay. */
export interface Look {
  readonly facts: Facts;
  readonly causes: Causes;
  /** A witness that replays, as long as there is room for more of them. */
  readonly shown: (make: () => Witness | undefined) => { readonly witness?: Witness };
  readonly hasRoom: () => boolean;
}

/** Events that witnesses of one flow may be made from, all together. */
const mostShown = 100_000;

/**
 * Looks at the causal order of a flow's paths, once for all rules that need it.
 *
 * In:     the facts of a flow; whether witnesses are wanted.
 * Out:    what was found, each thing once, from the first path that shows it. A flow in which nothing can race, block or be
 *         stored is not looked at.
 * Says:   nothing: rules speak of it.
 * Cost:   see eachPathOrder; a witness is linear in its path, and all of them together stop at 100,000 events.
 * Source: CHECKS sections 2.3, 2.4 and 2.8.
 */
export const orderingsOf = (facts: Facts, hasWitnesses: boolean): Orderings => {
  const overtakings = new Map<string, Overtaking>();
  const hasty = new Map<string, Hasty>();
  const selfBlocks = new Map<string, SelfBlock>();
  const races = mayRace(facts);
  const stores = storesSomething(facts);
  const blocks = mayBlock(facts);
  const choices = choicesOf(facts);
  const splits = splitsOf(choices);
  const ambiguities = choices.flatMap((choice) => ambiguitiesOf(facts, choice));
  const splitting = splitWitnesses(facts, splits);
  const meetings = new Map<number, Witness>();
  let room = hasWitnesses ? mostShown : -1;
  const keep = <T extends { readonly witness?: Witness }>(
    into: Map<string, T>,
    key: string,
    make: () => T,
  ): void => {
    const known = into.get(key);
    if (known === undefined) into.set(key, make());
  };
  const isNeeded = races || stores || blocks || (hasWitnesses && splits.length + ambiguities.length > 0);
  if (isNeeded)
    eachPathOrder(facts.sample(), (causes) => {
      const look: Look = {
        facts,
        causes,
        hasRoom: () => room >= 0,
        shown: (make) => {
          if (room < 0) return {};
          room -= causes.events.list.length;
          const made = make();
          if (made === undefined) return {};
          // What can never happen must not be added either.
          const near = asDrawn(facts, made, made.turned !== undefined && causes.never.length === 0);
          const witness = [near, made].find((each) => replay(facts, each) === undefined);
          return witness === undefined ? {} : { witness };
        },
      };
      if (races) overtakingsOn(look, (key, make) => keep(overtakings, key, make));
      if (stores) hastyOn(look, (key, make) => keep(hasty, key, make));
      if (blocks) selfBlocksOn(look, (key, make) => keep(selfBlocks, key, make));
      splitting.look(look);
      for (const { met } of ambiguities) {
        const [{ index }] = met;
        const event = meetings.has(index)
          ? undefined
          : causes.events.list.find(({ occurrence }) => occurrence === index);
        const { witness } = event === undefined ? {} : look.shown(() => meeting(causes, event.index));
        if (witness !== undefined) meetings.set(index, witness);
      }
    });
  return {
    overtakings: [...overtakings.values()],
    hasty: [...hasty.values()],
    selfBlocks: [...selfBlocks.values()],
    splits: splits.map((split) => ({ ...split, ...splitting.shown(split) })),
    ambiguities: ambiguities.map((each) => {
      const witness = meetings.get(each.met[0].index);
      return { ...each, ...(witness !== undefined && { witness }) };
    }),
  };
};

/** How a lifeline comes to have met what it meets in the other operand too. */
const meeting = (causes: Causes, event: number): Witness | undefined => {
  const schedule = beginningOf(causes, [event]);
  if (schedule === undefined) return undefined;
  return {
    steps: stepsOf(causes.events, schedule),
    remarks: new Map([[schedule.indexOf(event), "the same in both operands"]]),
  };
};
