/** A way taken at a fragment: the operand, or none of them. */
export interface Decision {
  readonly fragment: number;
  /** Index of the operand; -1 when it was passed by. */
  readonly operand: number;
}

/** What led to a state, the newest first. */
export interface Trail<E> {
  readonly last: { readonly decision: Decision } | { readonly event: E };
  readonly before: Trail<E> | undefined;
  /** How many decisions it holds. */
  readonly decisions: number;
}

/** Where a verdict was said: the trail to it, and the decisions that were in force around it, the innermost first. */
export interface Evidence<E> {
  readonly trail: Trail<E> | undefined;
  readonly around: Around | undefined;
}

export interface Around {
  readonly decision: Decision;
  readonly outer: Around | undefined;
  readonly depth: number;
}

/** A path that shows a verdict: where it turned, by written order, and what happened on it. */
export interface Witness<E> {
  readonly decisions: readonly Decision[];
  readonly events: readonly E[];
}

export const withDecision = <E>(before: Trail<E> | undefined, decision: Decision): Trail<E> => ({
  last: { decision },
  before,
  decisions: (before?.decisions ?? 0) + 1,
});

export const withEvent = <E>(before: Trail<E> | undefined, event: E): Trail<E> => ({
  last: { event },
  before,
  decisions: before?.decisions ?? 0,
});

/** How many decisions a path takes; those in force may stand on the trail too. */
export const decisionsIn = <E>({ trail, around }: Evidence<E>): number =>
  (trail?.decisions ?? 0) + (around?.depth ?? 0);

/** Reads evidence as a path. Cost: linear in the trail. */
export const witnessOf = <E>({ trail, around }: Evidence<E>): Witness<E> => {
  const decisions = new Map<string, Decision>();
  const events: E[] = [];
  const note = (decision: Decision): void => {
    decisions.set(`${decision.fragment}/${decision.operand}`, decision);
  };
  for (let at = around; at !== undefined; at = at.outer) note(at.decision);
  for (let at = trail; at !== undefined; at = at.before) {
    if ("decision" in at.last) note(at.last.decision);
    else events.push(at.last.event);
  }
  return {
    decisions: [...decisions.values()].toSorted((a, b) => a.fragment - b.fragment || a.operand - b.operand),
    events: events.reverse(),
  };
};
