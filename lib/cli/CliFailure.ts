/** What ends a command: one line for stderr, and the exit code. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
    this.name = 'CliFailure';
  }
}

/** The command was not understood: nothing was done. */
export const usageError = (message: string) => new CliFailure(message, 2);
