import { expect } from 'vitest';

const body =
  '{"name":"Zoë","owner":{"name":"Ada","pets":[{"name":"Kit"}]},"tags":["x"],"is-sold":true,"class":"dog"}';
const pet = [200, 'Rex', 'Ada', ['good'], false];

/** What the same calls tell in every language. For tests. */
export const told = [
  [...pet, 'GET', '/pets?page=2&type=a%20b%26c', 't1', ''],
  [403, 'Forbidden'],
  [...pet, 'POST', '/pets', null, body],
  [...pet, 'GET', '/pets/a%20b%2Fc%27%C3%BC', null, ''],
  [404, 'No such pet'],
  [...pet, 'GET', '/closed/it%27s%20%28a%29%20%2A%21~?q=b%20c%27%2B%2F%3D~%2A', null, ''],
  [...pet, 'PUT', '/files/a/b%20c', null, '{"n":1}'],
  [403, 'Missing Authentication Token'],
  [403, expect.stringContaining('signature')],
];
