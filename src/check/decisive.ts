import type { Flow } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { type Automaton, runOver, type Say } from "./dataflow.ts";
import type { Slice } from "./slice.ts";
import type { Decision } from "./trail.ts";

/**
 * Leaves out of a path what does not matter to its verdict.
 *
 * In:     a flow; a slice, its automaton, a verdict, and the decisions of a path on which it is said.
 * Out:    as few of these decisions as are enough, in their order: on every path that takes them the verdict is said. All of
 *         them where they or the slice are too many to try, or where they are not enough by themselves.
 * Says:   nothing.
 * Cost:   a run over the slice for each decision, at most eight.
 * Source: minimal counterexamples by deletion, as in delta debugging (Zeller and Hildebrandt, 2002).
 */
export const decisive = <E, V extends string>(
  flow: Flow,
  slice: Slice<E>,
  automaton: Automaton<E, V>,
  verdict: V,
  path: readonly Decision[],
): readonly Decision[] => {
  const factsOf = ({ fragment }: Decision): FragmentFacts =>
    fragmentKinds[flow.fragments[fragment]?.kind ?? "group"];
  const choices = path.filter((decision) => choosing.has(factsOf(decision).flow));
  // That a break was passed by matters seldom, and every break was.
  const turns = choices.filter((decision) => factsOf(decision).leaves !== true || decision.operand >= 0);
  const real = choices.length > most ? turns : choices;
  if (
    real.length === 0 ||
    real.length > most ||
    sizeOf(slice) > largest ||
    !isForced(slice, automaton, verdict, real)
  )
    return real;
  return real.reduce<readonly Decision[]>((kept, decision) => {
    const fewer = kept.filter((other) => other !== decision);
    return isForced(slice, automaton, verdict, fewer) ? fewer : kept;
  }, real);
};

const choosing: ReadonlySet<string> = new Set(["choice", "maybe", "rounds"]);
const most = 8;
const largest = 1000;

const sizeOf = <E>(slice: Slice<E>): number =>
  slice.reduce(
    (sum, node) =>
      sum + 1 + (node.kind === "event" ? 0 : node.operands.reduce((all, body) => all + sizeOf(body), 0)),
    0,
  );

/** Whether the verdict is said on every path that takes these decisions. */
const isForced = <E, V extends string>(
  slice: Slice<E>,
  automaton: Automaton<E, V>,
  verdict: V,
  decisions: readonly Decision[],
): boolean => {
  const taken = new Map<number, Set<number>>();
  for (const { fragment, operand } of decisions)
    taken.set(fragment, (taken.get(fragment) ?? new Set()).add(operand));
  let [ended, always] = [false, true];
  const flagged = withFlag(automaton, verdict, (isSaid) => {
    ended = true;
    always &&= isSaid;
  });
  runOver(slice, flagged, ({ fragment, operand }) => taken.get(fragment)?.has(operand) ?? true);
  return ended && always;
};

/** The same automaton, which remembers in its state whether it said a verdict. */
const withFlag = <E, V extends string>(
  automaton: Automaton<E, V>,
  verdict: V,
  atEnd: (isSaid: boolean) => void,
): Automaton<E, V> => {
  const inner = (state: number): number => Math.floor(state / 2);
  const follow = (state: number, say: Say<V>, move: (say: Say<V>) => number): number => {
    let flag = state % 2;
    const next = move((said) => {
      if (said === verdict) flag = 1;
      say(said);
    });
    return next * 2 + flag;
  };
  return {
    ...automaton,
    start: automaton.start * 2,
    step: (state, event, say) => follow(state, say, (heard) => automaton.step(inner(state), event, heard)),
    handle: (state, fragment, say) => {
      let said = state % 2 === 1;
      const ways = automaton.handle(inner(state), fragment, (word) => {
        said ||= word === verdict;
        say(word);
      });
      if (ways === undefined) return undefined;
      const flag = said ? 1 : 0;
      const { runs, passes, isSideway } = ways;
      return {
        ...(isSideway && { isSideway }),
        ...(runs !== undefined && { runs: runs * 2 + flag }),
        ...(passes !== undefined && { passes: passes * 2 + flag }),
      };
    },
    skip: (state, fragment) => {
      const next = automaton.skip(inner(state), fragment);
      return next === undefined ? undefined : next * 2 + (state % 2);
    },
    ends: (state, fragment) => automaton.ends(inner(state), fragment),
    coarsen: (state, say) => follow(state, say, (heard) => automaton.coarsen(inner(state), heard)),
    finish: (state, say) => {
      let said = state % 2 === 1;
      automaton.finish(inner(state), (word) => {
        said ||= word === verdict;
        say(word);
      });
      atEnd(said);
    },
  };
};
