/** A text to compile. `name` is what diagnostics call it: a path as the user gave it, or `<stdin>`. */
export interface Source {
  readonly name: string;
  readonly text: string;
}
