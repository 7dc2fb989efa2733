/** What a run tells the shell. */
export const ExitCode = {
  ok: 0,
  /** An error in a source, or more warnings than are allowed. */
  findings: 1,
  /** Wrong usage, an input or output that fails, or a bug of ours. */
  failure: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
