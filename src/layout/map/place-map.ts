import type { ElkNode } from "elkjs/lib/elk-api.js";
import { elk, elkSync } from "./elk.ts";
import { graphOf } from "./graph.ts";
import type { Levels } from "./levels.ts";
import { mannersFor } from "./manners.ts";
import { type PlacedMap, placedMap } from "./placed-map.ts";
import type { MapPlan } from "./plan.ts";

/**
 * Gives everything on a map its place, by ELK.
 *
 * Out:  the places that the first manner finds over which ELK does not break down.
 * Says: throws ELK's first Error where it does so over all of them.
 */
export const placeMap = (plan: MapPlan, levels: Levels): PlacedMap => {
  const asking = attempts(plan, levels);
  let step = asking.next();
  while (!step.done) {
    let answer: Answer;
    try {
      answer = { laid: elkSync(step.value) };
    } catch (error) {
      answer = { error };
    }
    step = asking.next(answer);
  }
  return step.value;
};

/** The same where ELK can only be loaded later. */
export const placeMapLater = async (plan: MapPlan, levels: Levels): Promise<PlacedMap> => {
  const asking = attempts(plan, levels);
  let step = asking.next();
  while (!step.done) {
    const graph = step.value;
    step = asking.next(
      await elk(graph)
        .then((laid) => ({ laid }))
        .catch((error: unknown) => ({ error })),
    );
  }
  return step.value;
};

type Answer = { readonly laid: ElkNode } | { readonly error: unknown };

/** Asks for one layout after the other until there is an answer. */
export function* attempts(plan: MapPlan, levels: Levels): Generator<ElkNode, PlacedMap, Answer> {
  let failure: unknown;
  for (const manner of mannersFor(plan.edges.length)) {
    const graph = graphOf(plan, levels, manner);
    const answer = yield graph.graph;
    if ("laid" in answer) return placedMap(plan, answer.laid, graph);
    failure ??= answer.error;
  }
  throw failure;
}
