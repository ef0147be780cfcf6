import { expect, test } from 'vitest';
import { corsOfDraft, draftOfCors } from './corsDraft';

test('what is typed becomes lists; methods are in capitals', () => {
  const draft = { ...draftOfCors(), allowOrigins: 'https://a.example\nhttps://b.example', maxAge: '300' };
  expect(corsOfDraft({ ...draft, allowMethods: 'get, POST' })).toEqual({
    allowOrigins: ['https://a.example', 'https://b.example'],
    allowMethods: ['GET', 'POST'],
    maxAge: 300,
  });
});

test('a form that says nothing is no configuration', () => {
  expect(corsOfDraft(draftOfCors())).toBeUndefined();
});

test('a configuration comes back as it was', () => {
  const cors = { allowOrigins: ['*'], allowHeaders: ['x-a', 'x-b'], exposeHeaders: ['etag'], maxAge: 0 };
  expect(corsOfDraft(draftOfCors(cors))).toEqual(cors);
});
