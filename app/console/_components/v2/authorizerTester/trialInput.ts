import type { AuthorizerTrialInput } from '@/lib/model/v2/authorizerTrial';
import type { IdentityField } from './identityFields';

/** An invented call, as the tester has it. */
export interface TrialDraft {
  /** identity source -> value */
  identity: Record<string, string>;
  /** '': as the control plane chooses it */
  stageName: string;
  /** '': no route is named, so no scopes are asked */
  routeId: string;
  /** path with the rest of the query string; '': one that leads to the route */
  path: string;
  headers: Record<string, string>;
}

export const blankTrial: TrialDraft = { identity: {}, stageName: '', routeId: '', path: '', headers: {} };

/**
 * Each identity source at its place, beside the rest of the call. A source that was left empty is not sent, so that
 * what a call without it gets can be tried.
 */
export function trialInput(fields: readonly IdentityField[], draft: TrialDraft): AuthorizerTrialInput {
  const at = (place: IdentityField['location']) =>
    fields
      .filter(({ location }) => location === place)
      .map(({ name, expression }): [string, string] => [name, (draft.identity[expression] ?? '').trim()])
      .filter(([, value]) => value !== '');
  return {
    headers: { ...draft.headers, ...Object.fromEntries(at('header')) },
    stageVariables: Object.fromEntries(at('stageVariables')),
    pathWithQueryString: withQuery(draft.path.trim(), new URLSearchParams(at('querystring')).toString()),
    ...(draft.stageName && { stageName: draft.stageName }),
    ...(draft.routeId && { routeId: draft.routeId }),
  };
}

function withQuery(path: string, query: string): string {
  if (query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
