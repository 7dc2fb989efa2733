import type { ElkNode } from "elkjs/lib/elk-api.js";
import { elk, elkSync } from "./elk.ts";
import { graphOf } from "./graph.ts";
import type { Levels } from "./levels.ts";
import { type Manner, manners, mannersFor } from "./manners.ts";
import { packParts } from "./pack-parts.ts";
import { partsOf } from "./parts.ts";
import { type PlacedMap, placedMap } from "./placed-map.ts";
import type { MapPlan } from "./plan.ts";

/**
 * Gives everything on a map its place, by ELK.
 *
 * Out:  parts that nothing joins stand beside and below one another.
 * Says: throws ELK's first Error where it breaks down over a part in every manner.
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

/**
 * Asks for one layout after the other: of each part that nothing joins to the others, in the finest manner that its size
 * allows and over which ELK does not break down.
 */
export function* attempts(plan: MapPlan, levels: Levels): Generator<ElkNode, PlacedMap, Answer> {
  const known = new Map<Manner, readonly ElkNode[]>();
  const partsIn = (manner: Manner): readonly ElkNode[] => {
    const parts = known.get(manner) ?? partsOf(graphOf(plan, levels, manner).graph);
    known.set(manner, parts);
    return parts;
  };
  const laid: ElkNode[] = [];
  for (const [at, { edges = [] }] of partsIn(manners[0]).entries()) {
    let failure: unknown;
    for (const manner of mannersFor(edges.length)) {
      const answer = yield partsIn(manner)[at] as ElkNode;
      if ("laid" in answer) laid.push(answer.laid);
      else failure ??= answer.error;
      if (laid.length > at) break;
    }
    if (laid.length === at) throw failure;
  }
  return placedMap(plan, packParts(laid), graphOf(plan, levels, manners[0]).turned);
}
