import { CliFailure } from './CliFailure';

/** @param what what was called, as a sentence begins with it @param error of fetch */
export function noAnswer(what: string, url: string, error: unknown): CliFailure {
  return new CliFailure(
    `${what} does not answer at ${url} (${reasonOf(error)}). Start it with gatehouse start, or name another address: see --help.`,
  );
}

/** fetch hides the reason in causes; one that tried several addresses has many. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'timed out';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
