import { expect, test } from 'vitest';
import type { Settings } from '@/lib/control/control';
import { type SettingsUpdate, settingsUpdate } from '@/lib/model/settings';
import { changesOf, draftOf, egressErrors, type SettingsDraft } from './settingsDraft';

const settings: Settings = {
  signUpOpen: true,
  egressAllowList: ['backend:8080', '10.0.0.0/8'],
  throttle: { rateLimit: 10_000, burstLimit: 5_000 },
  retentionDays: 90,
  serviceEndpoints: {},
};
const base = draftOf(settings);

test.each<[string, Partial<SettingsDraft>, SettingsUpdate]>([
  ['nothing', {}, {}],
  ['the switch', { signUpOpen: false }, { signUpOpen: false }],
  ['blank lines and spaces', { egress: ' a \n\n\nb' }, { egressAllowList: ['a', 'b'] }],
  ['an emptied list', { egress: '\n' }, { egressAllowList: [] }],
  ['one half of the throttle', { rateLimit: '5.5' }, { throttle: { rateLimit: 5.5, burstLimit: 5_000 } }],
  [
    'a service and its key',
    {
      serviceEndpoints: { sqs: 'http://queues:9324' },
      serviceAccessKeyId: ' AKIA ',
      serviceSecretAccessKey: 'secret ',
    },
    {
      serviceEndpoints: { sqs: 'http://queues:9324' },
      serviceAccessKeyId: 'AKIA',
      serviceSecretAccessKey: 'secret',
    },
  ],
  ['the pool', { signInUserPoolId: 'us-east-1_abc' }, { signInUserPoolId: 'us-east-1_abc' }],
  ['an emptied number', { retentionDays: '' }, { retentionDays: Number.NaN }],
])('only the change is sent: %s', (_name, change, sent) => {
  expect(changesOf(base, { ...base, ...change })).toEqual(sent);
});

test('a refused entry is told with the line that holds it', () => {
  const egress = 'fine\n\nhttp://not\nfine:80\n10.0.0.256';
  const result = settingsUpdate.safeParse(changesOf(base, { ...base, egress }));
  const faults = (result.error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  expect(egressErrors(egress, faults)).toBe(
    'Line 3: http://not is not a host, host:port or CIDR. Line 5: 10.0.0.256 is not a host, host:port or CIDR.',
  );
});

test('what is said of the whole list names no line', () => {
  const message = 'The list has at most 200 entries';
  expect(egressErrors('a', [{ field: 'egressAllowList', message }])).toBe(message);
  expect(egressErrors('a', [{ field: 'retentionDays', message: 'other' }])).toBeUndefined();
});

test('what may be absent is cleared with an empty text', () => {
  const stored = draftOf({ ...settings, serviceAccessKeyId: 'AKIA', signInUserPoolId: 'us-east-1_abc' });
  const cleared = { ...stored, serviceAccessKeyId: '', signInUserPoolId: '' };
  expect(changesOf(stored, cleared)).toEqual({ serviceAccessKeyId: '', signInUserPoolId: '' });
});
