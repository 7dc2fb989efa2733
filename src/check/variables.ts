/** An automaton's own states lie below this; the variables of guards are digits above it: 0 unset, 1 false, 2 true. */
export const places = 2 ** 32;

const digit = (state: number, variable: number): number => Math.floor(state / unit(variable)) % 3;
const unit = (variable: number): number => places * 3 ** variable;

/** Decides a guard; undefined where the path decided it otherwise before. */
export const assign = (state: number, variable: number, value: boolean): number | undefined => {
  const [known, wanted] = [digit(state, variable), value ? 2 : 1];
  if (known === wanted) return state;
  return known === 0 ? state + wanted * unit(variable) : undefined;
};

export const forget = (state: number, variables: readonly number[]): number =>
  variables.reduce((left, variable) => left - digit(left, variable) * unit(variable), state);

/** The automaton's own part of a state. */
export const ownState = (state: number): number => state % places;
