import type { Trail } from "./trail.ts";

/** The states that some path reaches, each with the trail of the path that takes the fewest decisions. */
export type States<E> = ReadonlyMap<number, Trail<E> | undefined>;
export type MutableStates<E> = Map<number, Trail<E> | undefined>;

/** Adds a state, unless a path with no more decisions reaches it already. */
export const addState = <E>(states: MutableStates<E>, state: number, trail: Trail<E> | undefined): void => {
  if (states.has(state) && (states.get(state)?.decisions ?? 0) <= (trail?.decisions ?? 0)) return;
  states.set(state, trail);
};

export const union = <E>(...sets: readonly States<E>[]): States<E> => {
  const filled = sets.filter(({ size }) => size > 0);
  if (filled.length === 1 && filled[0] !== undefined) return filled[0];
  const all: MutableStates<E> = new Map();
  for (const set of filled) for (const [state, trail] of set) addState(all, state, trail);
  return all;
};

export const sameStates = <E>(a: States<E>, b: States<E>): boolean =>
  a.size === b.size && [...a.keys()].every((state) => b.has(state));

/** Every state's image; images that fall together keep the shorter trail. */
export const mapStates = <E>(
  states: States<E>,
  image: (state: number, trail: Trail<E> | undefined) => number | undefined,
  follow: (trail: Trail<E> | undefined) => Trail<E> | undefined = (trail) => trail,
): States<E> => {
  const images: MutableStates<E> = new Map();
  for (const [state, trail] of states) {
    const to = image(state, trail);
    if (to !== undefined) addState(images, to, follow(trail));
  }
  return images;
};
