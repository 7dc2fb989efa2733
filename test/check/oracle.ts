/**
 * An independent judge of one callback, for the laws: it draws every path out and reads the definition of a handled callback
 * off it, with no table, no states and no sets. It knows choices, options and breaks; loops and parallel operands it does not.
 */

/** Something that happens to the callback, or a choice among bodies; `skippable` adds the way past them. */
export type Act =
  | "ask"
  | "resolve"
  | "reject"
  | "await"
  | "on"
  | "on rejected"
  | "cancel"
  | "detach"
  | "work";
export type Piece =
  | { readonly act: Act }
  | {
      readonly kind: "alt" | "opt" | "break";
      /** The condition of the first body; the second one then has none of its own. Equal conditions go the same way, but for breaks. */
      readonly guard?: string;
      readonly bodies: readonly (readonly Piece[])[];
    };

interface Path {
  readonly acts: readonly Act[];
  /** A break left the body. */
  readonly left: boolean;
  readonly held: Readonly<Record<string, boolean>>;
}

/** The path with a condition decided; none where it was decided otherwise. */
const decide = (path: Path, guard: string | undefined, holds: boolean): readonly Path[] => {
  if (guard === undefined) return [path];
  if (path.held[guard] !== undefined) return path.held[guard] === holds ? [path] : [];
  return [{ ...path, held: { ...path.held, [guard]: holds } }];
};

/** Every path through a body. */
const pathsOf = (body: readonly Piece[], start: Path): readonly Path[] =>
  body.reduce<readonly Path[]>(
    (paths, piece) =>
      paths.flatMap((path) => {
        if (path.left) return [path];
        if ("act" in piece) return [{ ...path, acts: [...path.acts, piece.act] }];
        const { kind, bodies } = piece;
        const guard = kind === "break" ? undefined : piece.guard;
        const through = bodies.flatMap((each, index) =>
          decide(path, guard, index === 0).flatMap((chosen) => pathsOf(each, chosen)),
        );
        const past = kind !== "alt" || bodies.length === 1 ? decide(path, guard, false) : [];
        return [...through.map((end) => ({ ...end, left: kind === "break" })), ...past];
      }),
    [start],
  );

/** What becomes of the callback on one path: the first thing that can be said, else nothing. */
const fateOf = (
  acts: readonly Act[],
  hasFailureHandler: boolean,
): { readonly said?: string; readonly settled: boolean } => {
  const asked = acts.indexOf("ask");
  if (asked < 0) return { settled: false };
  const whole = acts.slice(asked + 1);
  const detached = whole.indexOf("detach");
  const rest = detached < 0 ? whole : whole.slice(0, detached);
  const first = (...kinds: readonly Act[]): number => {
    const at = rest.findIndex((act) => kinds.includes(act));
    return at < 0 ? rest.length : at;
  };
  const [arrival, cancelled] = [first("resolve", "reject"), first("cancel")];
  const [above, below] = [rest.slice(0, arrival), rest.slice(arrival)];
  if (cancelled < arrival && above.slice(cancelled).includes("await"))
    return { said: "await-without-sender", settled: true };
  if (detached >= 0 || cancelled < arrival) return { settled: true };
  if (below.length === 0) return { said: above.includes("await") ? "starved" : "missing", settled: false };
  // A general handler that is passed while nothing has come takes whatever comes; later it leaves failures to their own.
  const isFailure = below[0] === "reject";
  const ready =
    above.includes("await") || above.includes("on") || (isFailure && above.includes("on rejected"));
  const handler = isFailure && hasFailureHandler ? "on rejected" : "on";
  if (ready || below.includes("await") || below.includes(handler)) return { settled: true };
  return { said: "unheeded", settled: false };
};

/** The one finding that the callback rules should have about this body, or none. */
export const judge = (body: readonly Piece[]): string | undefined => {
  const paths = pathsOf(body, { acts: [], left: false, held: {} });
  const all = paths.flatMap(({ acts }) => acts);
  const fates = paths.map(({ acts }) => fateOf(acts, all.includes("on rejected")));
  const said = new Set(fates.flatMap((fate) => fate.said ?? []));
  const arrives = all.includes("resolve") || all.includes("reject");
  if (said.has("await-without-sender") || (said.has("starved") && !arrives)) return "await-without-sender";
  if (said.has("missing") && !arrives) return "callback-missing";
  if (said.has("missing") || said.has("starved")) return "callback-missing-on-path";
  if (!said.has("unheeded")) return undefined;
  return fates.some(({ settled }) => settled) ? "callback-not-awaited-on-path" : "unawaited-callback";
};
