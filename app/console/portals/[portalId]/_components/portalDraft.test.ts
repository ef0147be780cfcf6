import { expect, test } from 'vitest';
import type { Portal } from '@/lib/model/portalSite';
import { defaultColors } from '../../_components/defaultColors';
import { draftOf, type PortalDraft, updateOf } from './portalDraft';

const portal: Portal = {
  portalId: 'abc123',
  authorization: { none: {} },
  endpointConfiguration: { none: {} },
  portalDefaultDomainName: 'p-abc123.apigw-portal.localhost',
  url: 'http://localhost:3000/portals/abc123',
  portalContent: { displayName: 'Pets', description: 'For shops', theme: { customColors: defaultColors } },
  portalProductIds: [],
  publishStatus: 'DISABLED',
  lastModified: 0,
  isChanged: false,
};
const issuer = 'http://localhost:3000/pools/us-east-1_AbCdEfGhI';
const pool = { name: 'People', arn: 'arn:aws:cognito-idp:us-east-1:0:userpool/x', issuer, clients: [] };
const content = portal.portalContent;

test.each<[rule: string, change: Partial<PortalDraft>, update: object]>([
  ['nothing changed sends nothing', {}, {}],
  [
    'an emptied description is taken away',
    { description: ' ' },
    { portalContent: { displayName: 'Pets', theme: content.theme } },
  ],
  [
    'a name of its own needs no certificate',
    { domainName: ' docs.example.com ' },
    {
      endpointConfiguration: {
        acmManaged: { domainName: 'docs.example.com' },
      },
    },
  ],
  [
    'readers of a pool sign in below its issuer',
    { readers: { userPoolArn: pool.arn, appClientId: 'client' } },
    {
      authorization: {
        cognitoConfig: { userPoolArn: pool.arn, appClientId: 'client', userPoolDomain: issuer },
      },
    },
  ],
])('%s', (_, change, update) => {
  const base = draftOf(portal);
  expect(updateOf({ ...base, ...change }, base, [pool])).toEqual(update);
});
