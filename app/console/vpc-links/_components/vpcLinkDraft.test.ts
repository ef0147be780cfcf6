import { expect, test } from 'vitest';
import { type VpcLink, vpcLinkInput } from '@/lib/model/vpcLink';
import { draftOf, fieldsOf, inputOf, targetField, type VpcLinkDraft, withNewTarget } from './vpcLinkDraft';

const full: VpcLink = {
  id: 'l1',
  name: 'Orders',
  description: 'Behind the firewall',
  targets: ['10.0.0.7:8080', '[::1]:9090'],
  healthCheck: {
    protocol: 'HTTPS',
    path: '/health',
    intervalSeconds: 5,
    timeoutSeconds: 2,
    healthyThreshold: 1,
    unhealthyThreshold: 3,
  },
  caCertificate: 'CA',
  certificate: 'CERT',
  hasPrivateKey: true,
  createdDate: 1,
  usedBy: [],
};
const bare: VpcLink = {
  id: 'l2',
  name: 'Bare',
  targets: ['a:1'],
  hasPrivateKey: false,
  createdDate: 1,
  usedBy: [],
};

test.each([
  ['a full link', full],
  ['a link without a check and TLS', bare],
])('%s goes through the form unchanged, and its key stays', (_name, link) => {
  const { id: _id, hasPrivateKey: _has, createdDate: _date, usedBy: _uses, ...members } = link;
  expect(vpcLinkInput.parse(inputOf(draftOf(link)))).toEqual(members);
});

test('a key that is typed is sent, spaces are not', () => {
  expect(inputOf({ ...draftOf(full), privateKey: ' KEY\n' }).privateKey).toBe('KEY');
  expect(inputOf({ ...draftOf(full), privateKey: ' ' })).not.toHaveProperty('privateKey');
});

test('a new link begins with an empty line and a check by connection', () => {
  const draft = draftOf();
  expect(draft.targets).toHaveLength(1);
  expect(inputOf(draft)).toMatchObject({
    targets: [],
    healthCheck: { protocol: 'TCP', intervalSeconds: 10 },
  });
});

test.each<[string, Partial<VpcLinkDraft>, string[]]>([
  ['no name', { name: ' ' }, ['name']],
  ['no target', { targets: [{ id: 0, text: ' ' }] }, ['targets']],
  ['a target without a port', { targets: [{ id: 3, text: 'host' }] }, ['targets.0']],
  [
    'a target twice',
    {
      targets: [
        { id: 0, text: 'a:1' },
        { id: 1, text: 'a:1 ' },
      ],
    },
    ['targets'],
  ],
  ['no interval', { intervalSeconds: '' }, ['healthCheck.intervalSeconds']],
  ['a threshold of none', { unhealthyThreshold: '0' }, ['healthCheck.unhealthyThreshold']],
  ['a relative path', { path: 'health' }, ['healthCheck.path']],
  ['a relative path of a check by connection', { path: 'health', protocol: 'TCP' }, []],
  ['no interval of no check', { intervalSeconds: '', checked: false }, []],
])('%s is refused at a field that the form shows', (_rule, change, refused) => {
  const draft = { ...draftOf(full), ...change };
  const fields = vpcLinkInput.safeParse(inputOf(draft)).error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(fields).toEqual(refused);
  expect(fieldsOf(draft)).toEqual(expect.arrayContaining(fields));
});

test('a refused line is found behind empty ones, and a new line is no other', () => {
  const [only] = draftOf(bare).targets;
  if (!only) throw new Error('A link has a target');
  const targets = withNewTarget([
    { id: 5, text: '' },
    { ...only, id: 6 },
  ]);
  const draft = { ...draftOf(bare), targets };
  expect(targets.map((target) => targetField(draft, target))).toEqual([
    'targets.-1',
    'targets.0',
    'targets.-1',
  ]);
  expect(new Set(targets.map(({ id }) => id)).size).toBe(3);
});
