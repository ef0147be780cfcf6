import { CliFailure } from './CliFailure';

export const startCure = 'Start it with gatehouse start, or name another address: see --help.';

/** Nobody is there, or somebody else. */
export class NoAnswer extends CliFailure {
  /** @param what what was called, as a sentence begins with it */
  constructor(
    what: string,
    url: string,
    readonly reason: string,
  ) {
    super(`${what} does not answer at ${url} (${reason}). ${startCure}`);
  }
}

/** @param error of fetch */
export const noAnswer = (what: string, url: string, error: unknown) =>
  new NoAnswer(what, url, reasonOf(error));

/** fetch hides the reason in causes; one that tried several addresses has many. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'timed out';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
