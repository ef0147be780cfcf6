import { beforeEach, describe, expect, test } from 'vitest';
import { createControl } from './createControl';
import { editor, refusal, testControl } from './testControl';
import { createTestContext } from './testing';

const kit = testControl();
const FRESH = /^[a-z0-9]{10}$/;
const arnOf = (id: string) => `arn:aws:apigateway:us-east-1::/restapis/${id}`;
const tagged = (id: string) => ({ name: 'Pets', tags: { _custom_id_: id } });

test('where calls are signed the tag is a tag: nobody chooses an id that permissions may name', async () => {
  const { id } = await kit.control.restApis.create(editor, tagged('my-pets'));
  expect(id).toMatch(FRESH);
  expect(await kit.control.tags.get(editor, arnOf(id))).toEqual({ _custom_id_: 'my-pets' });
  const http = await kit.control.apis.create(editor, { ...tagged('my-pets'), protocolType: 'HTTP' });
  expect(http.apiId).toMatch(FRESH);
});

describe('in local emulation', () => {
  beforeEach(() => {
    const config = { ...createTestContext(kit.database).ports.config, customIds: true };
    const context = createTestContext(kit.database, { config });
    Object.assign(kit, context, { control: createControl(context) });
  });

  test('an API of any kind has the id that its tag asks for, and is found by it', async () => {
    const { control } = kit;
    const { id } = await control.restApis.create(editor, tagged('my-pets'));
    expect(id).toBe('my-pets');
    expect(await control.restApis.get(editor, 'my-pets')).toMatchObject({ name: 'Pets' });
    const http = await control.apis.create(editor, { ...tagged('c0stiom1d'), protocolType: 'HTTP' });
    expect(http.apiId).toBe('c0stiom1d');
    expect((await control.restApis.create(editor, { name: 'Own' })).id).toMatch(FRESH);
  });

  test('an id is one API’s, of whatever kind', async () => {
    const { control } = kit;
    await control.apis.create(editor, { ...tagged('taken'), protocolType: 'HTTP' });
    const again = await refusal(kit, () => control.restApis.create(editor, tagged('taken')));
    expect(again).toMatchObject({ code: 'ConflictException', message: 'An API with the id taken exists' });
  });

  test.each([
    ['testId123', "The RestApiId 'testId123' cannot contain uppercase characters"],
    ...['', 'a.b', 'a/b', '-a', 'a-', 'a b', 'x'.repeat(64)].map((id) => [
      id,
      'The tag _custom_id_ is 1 to 63 of a-z, 0-9 and -, not at an end',
    ]),
  ])('%j is refused', async (id = '', message = '') => {
    const refused = await refusal(kit, () => kit.control.restApis.create(editor, tagged(id)));
    expect(refused).toMatchObject({ code: 'BadRequestException', message });
  });
});
