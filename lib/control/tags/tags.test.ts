import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { portalOf } from '../portals/testing';
import { editor, mockApi, refusal, testControl } from '../testControl';

const arn = (path: string) => `arn:aws:apigateway:us-east-1::${path}`;

describe.each(databases)('$name', ({ open }) => {
  const kit = testControl(open);

  test('added, replaced, taken away, and gone with what they are of', async () => {
    const { id } = await mockApi(kit);
    const api = arn(`/restapis/${id}`);
    await kit.control.deployments.create(editor, id, { stageName: 'prod' });
    const stage = `${api}/stages/prod`;
    await kit.control.tags.tag(editor, api, { team: 'shop', tier: '1' });
    await kit.control.tags.tag(editor, api, { tier: '2' });
    await kit.control.tags.tag(editor, stage, { live: 'yes' });
    await kit.control.tags.untag(editor, api, ['team', 'nothing']);
    expect(await kit.control.tags.get(editor, api)).toEqual({ tier: '2' });
    await kit.control.stages.delete(editor, id, 'prod');
    expect(await kit.control.tags.all(editor, api)).toEqual({ [api]: { tier: '2' } });
    await kit.control.restApis.delete(editor, id);
    expect(await kit.control.tags.all(editor, arn('/'))).toEqual({});
  });

  test('what begins alike is not below', async () => {
    const one = arn(`/restapis/${(await mockApi(kit)).id}`);
    await kit.control.tags.tag(editor, one, { a: 'b' });
    expect(await kit.control.tags.all(editor, one.replace(/.$/, '_'))).toEqual({});
  });
});

const kit = testControl();
test.each(['portals', 'portalproducts'] as const)('/%s/{id} carries the account', async (kind) => {
  const { portals } = kit.control;
  const id =
    kind === 'portals'
      ? (await portals.create(editor, portalOf())).portalId
      : (await portals.products.create(editor, { displayName: 'Pets' })).portalProductId;
  const ofAccount = (account: string) => `arn:aws:apigateway:us-east-1:${account}:/${kind}/${id}`;
  const mine = ofAccount('000000000000');
  expect(await kit.control.tags.tag(editor, mine, { a: 'b' })).toEqual({ a: 'b' });
  await kit.control.tags.untag(editor, mine, ['a']);
  expect(await kit.control.tags.get(editor, mine)).toEqual({});
  for (const wrong of [ofAccount(''), ofAccount('111111111111'), `${mine}/pages/x`])
    expect(await refusal(kit, () => kit.control.tags.tag(editor, wrong, { a: 'b' }))).toMatchObject({
      code: 'BadRequestException',
    });
});

test.each<[rule: string, path: string, tags: Record<string, string>, code: string]>([
  ['an API that there is not', '/restapis/nobody1234', { a: 'b' }, 'NotFoundException'],
  ['a stage that there is not', '/restapis/nobody1234/stages/prod', { a: 'b' }, 'NotFoundException'],
  ['what has no tags', '/restapis/{id}/resources/abc123', { a: 'b' }, 'BadRequestException'],
  ['a stage of what has none', '/apikeys/{id}/stages/prod', { a: 'b' }, 'BadRequestException'],
  ['a reserved key', '/restapis/{id}', { 'aws:a': 'b' }, 'BadRequestException'],
  ['a key that is too long', '/restapis/{id}', { ['k'.repeat(129)]: 'b' }, 'BadRequestException'],
  ['a value that is too long', '/restapis/{id}', { a: 'v'.repeat(257) }, 'BadRequestException'],
  [
    'a fifty-first',
    '/restapis/{id}',
    Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, ''])),
    'BadRequestException',
  ],
])('refused: %s', async (_rule, path, tags, code) => {
  const { id } = await mockApi(kit);
  const work = () => kit.control.tags.tag(editor, arn(path.replace('{id}', id)), tags);
  expect((await refusal(kit, work)).code).toBe(code);
});
