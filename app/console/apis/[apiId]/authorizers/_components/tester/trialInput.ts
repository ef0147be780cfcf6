import type { Authorizer } from '@/lib/model/authorizer';
import { type IdentitySource, readIdentitySources, sourceExpression } from '../identitySources';

/** An invented call, as the tester has it. */
export interface TrialInput {
  /** identity source -> value; sources of the context have none: the call itself gives them */
  identity: Record<string, string>;
  /** path with the rest of the query string */
  path: string;
  headers: Record<string, string>;
  stageVariables: Record<string, string>;
  body: string;
}

export const blankTrial: TrialInput = { identity: {}, path: '/', headers: {}, stageVariables: {}, body: '' };

export interface IdentityField extends IdentitySource {
  expression: string;
}

/** The identity sources that a call brings and the tester asks for. */
export const identityFields = ({ identitySource }: Pick<Authorizer, 'identitySource'>): IdentityField[] =>
  readIdentitySources(identitySource)
    .filter(({ location }) => location !== 'context')
    .map((source) => ({ ...source, expression: sourceExpression(source) }));

/**
 * What TestInvokeAuthorizer takes: each identity source at its place, beside the rest of the call. A source that was
 * left empty is not sent, so that what a call without it gets can be tried.
 */
export function trialCall(fields: readonly IdentityField[], input: TrialInput) {
  const filled = fields.flatMap(({ location, name, expression }) => {
    const value = input.identity[expression] ?? '';
    return value === '' ? [] : [{ location, name, value }];
  });
  const valuesAt = (place: IdentitySource['location']) =>
    filled
      .filter(({ location }) => location === place)
      .map(({ name, value }): [string, string] => [name, value]);
  const query = new URLSearchParams(valuesAt('querystring')).toString();
  return {
    headers: { ...input.headers, ...Object.fromEntries(valuesAt('header')) },
    stageVariables: { ...input.stageVariables, ...Object.fromEntries(valuesAt('stageVariables')) },
    pathWithQueryString: withQuery(input.path.trim() || '/', query),
    body: input.body,
  };
}

function withQuery(path: string, query: string): string {
  if (query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
