import { expect, test } from 'vitest';
import { corsPreflight } from '@/lib/model/corsMethod';
import { authorizerUses, textOfUse } from './authorizerUses';

const open = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const guarded = (httpMethod: 'GET' | 'POST') => ({
  ...open,
  httpMethod,
  authorizationType: 'CUSTOM' as const,
  authorizerId: 'a1',
});

test('methods are found by the authorizer that they name; open ones name none', () => {
  const uses = authorizerUses([
    { id: 'root', path: '/', resourceMethods: { OPTIONS: open, GET: guarded('GET') } },
    { id: 'pets', path: '/pets', resourceMethods: { POST: guarded('POST') } },
  ]);
  expect([...uses.keys()]).toEqual(['a1']);
  expect(uses.get('a1')?.map(textOfUse)).toEqual(['GET /', 'POST /pets']);
});
