import type { TemplateTrial } from '../control';

/** The members that `$context` has in every REST call, with values that could be a call's. */
const invented = {
  resourceId: 'abc123',
  resourcePath: '/pets/{petId}',
  httpMethod: 'POST',
  extendedRequestId: 'dGVzdC1leHRlbmRlZA=',
  requestTime: '15/Jan/2026:12:00:00 +0000',
  path: '/dev/pets/7',
  accountId: '000000000000',
  protocol: 'HTTP/1.1',
  stage: 'dev',
  domainPrefix: 'a1b2c3d4e5',
  requestTimeEpoch: 1_768_478_400_000,
  requestId: '5f6c1d0e-0000-4000-8000-000000000000',
  identity: { sourceIp: '127.0.0.1', userAgent: 'playground' },
  domainName: 'a1b2c3d4e5.execute-api.localhost',
  deploymentId: 'd1e2f3',
  apiId: 'a1b2c3d4e5',
} as const;

/** What the trial names stands over what is invented; `identity` member by member. */
export function inventedContext({ context }: TemplateTrial): Record<string, unknown> {
  const { identity } = context;
  const caller = typeof identity === 'object' && identity !== null ? identity : {};
  return { ...invented, ...context, identity: { ...invented.identity, ...caller } };
}
