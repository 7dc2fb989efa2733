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

/** Reads a trail, and the decisions that are still in force around its end, as a path. */
export const witnessOf = <E>(trail: Trail<E> | undefined, around: readonly Decision[]): Witness<E> => {
  const decisions = new Map<string, Decision>();
  const events: E[] = [];
  const note = (decision: Decision): void => {
    decisions.set(`${decision.fragment}/${decision.operand}`, decision);
  };
  around.forEach(note);
  for (let at = trail; at !== undefined; at = at.before) {
    if ("decision" in at.last) note(at.last.decision);
    else events.unshift(at.last.event);
  }
  return {
    decisions: [...decisions.values()].toSorted((a, b) => a.fragment - b.fragment || a.operand - b.operand),
    events,
  };
};
