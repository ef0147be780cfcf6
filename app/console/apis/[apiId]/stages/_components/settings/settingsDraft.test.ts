import { expect, test } from 'vitest';
import { type Stage, stageUpdate } from '@/lib/model/stage';
import { certificateOptions } from './certificateOptions';
import { draftOf, updateOf } from './settingsDraft';

const bare: Stage = {
  restApiId: 'a1',
  stageName: 'prod',
  deploymentId: 'd1',
  variables: {},
  methodSettings: {},
  cacheClusterEnabled: false,
  tracingEnabled: false,
  invokeUrl: 'http://localhost:8080/prod',
  createdDate: 1,
  lastUpdatedDate: 1,
};

test('what is set goes through the form, what is empty is cleared', () => {
  const set = { description: 'Live', clientCertificateId: 'c1', maximumTimeoutInMillis: 60_000 };
  expect(stageUpdate.parse(updateOf(draftOf({ ...bare, ...set })))).toEqual(set);
  const cleared = { description: '', clientCertificateId: null, maximumTimeoutInMillis: null };
  expect(stageUpdate.parse(updateOf(draftOf(bare)))).toEqual(cleared);
});

test.each(['soon', '28999', '900001', '30000.5'])('a timeout of %j is refused at its field', (typed) => {
  const update = updateOf({ ...draftOf(bare), maximumTimeoutInMillis: typed });
  const fields = stageUpdate.safeParse(update).error?.issues.map(({ path }) => path.join('.'));
  expect(fields).toEqual(['maximumTimeoutInMillis']);
});

test('a certificate that the list has not stays chosen', () => {
  const listed = {
    clientCertificateId: 'c1',
    description: 'Backends',
    pemEncodedCertificate: '',
    createdDate: 1,
    expirationDate: Date.UTC(2027, 0, 2),
    stages: [],
  };
  expect(certificateOptions([listed], 'gone')).toEqual([
    { value: '', label: 'None' },
    { value: 'c1', label: 'c1 · Backends · ends 2027-01-02' },
    { value: 'gone', label: 'gone' },
  ]);
});
