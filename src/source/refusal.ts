/**
 * What cannot be done as it was asked for, although nothing is wrong with the source: a part that is not installed, a
 * picture that would be too large. Never thrown for what stands in a source.
 */
export class Refusal extends TypeError {
  /** A second line: the way out. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "Refusal";
    this.hint = hint;
  }
}
