import { expect, test } from 'vitest';
import { deployedApi, KEY, run } from './deployedApi';
import { told } from './told';

const api = deployedApi();

const program = `
const apigClientFactory = require('./apiGateway-js-sdk/apigClient.js');
const [invokeUrl, accessKey, secretKey] = process.argv.slice(2);
const out = [];
function tell({ status, data }) {
  const { name, owner, tags, seen } = data;
  out.push([status, name, owner.name, tags, data['is-sold'], seen.method, seen.url, seen.trace, seen.body]);
}
const refused = (promise) =>
  promise.then(
    () => out.push('no refusal'),
    ({ response }) => out.push([response.status, response.data.message]),
  );
async function main() {
  const client = apigClientFactory.newClient({ invokeUrl, apiKey: 'key-of-ada' });
  const open = apigClientFactory.newClient({ invokeUrl });
  tell(await client.petsGet({ type: 'a b&c' }, undefined, { queryParams: { page: '2' }, headers: { 'X-Trace': 't1' } }));
  await refused(open.petsGet({ type: 'x' }));
  const pet = { name: 'Zoë', owner: { name: 'Ada', pets: [{ name: 'Kit' }] }, tags: ['x'], 'is-sold': true, class: 'dog' };
  tell(await client.createPet({}, pet));
  tell(await client.petsPetIdGet({ petId: "a b/c'ü" }));
  await refused(client.petsPetIdGet({ petId: 'none' }));
  const signed = apigClientFactory.newClient({ invokeUrl, accessKey, secretKey });
  tell(await signed.closedNameGet({ name: "it's (a) *!~", q: "b c'+/=~*" }));
  tell(await signed.filesProxyPut({ proxy: 'a/b c' }, { n: 1 }));
  await refused(client.closedNameGet({ name: 'x' }));
  await refused(apigClientFactory.newClient({ invokeUrl, accessKey, secretKey: 'wrong' }).closedNameGet({ name: 'x' }));
  const missing = await client.petsGet({}).catch(({ message }) => message);
  process.stdout.write(JSON.stringify([out, missing]));
}
main();
`;

test('the JavaScript client: key, parameters, signatures, refusals', async () => {
  const folder = await api.sdk('javascript', {}, { 'program.cjs': program });
  const parameters = ['program.cjs', api.baseUrl, KEY.accessKeyId, KEY.secretAccessKey];
  expect(await run('node', parameters, folder)).toEqual([told, 'Missing required parameters: type']);
});
