/** A text to compile. `name` is what diagnostics call it: a path as the user gave it, or `<stdin>`. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** Which language it is in; by default, as the ending of its name says. */
  readonly language?: "slant" | "d2";
}
