import { expect, test } from 'vitest';
import { deployedApi, isInstalled, KEY, run } from './deployedApi';
import { told } from './told';

const api = deployedApi();

const program = `
require_relative 'ruby-sdk/lib/pets'
include PetShop

URL, ACCESS, SECRET = ARGV
out = []
tell = lambda do |answer|
  pet = answer.data
  seen = pet.seen
  out << [answer.status, pet.name, pet.owner.name, pet.tags, pet.is_sold, seen['method'], seen['url'], seen['trace'], seen['body']]
end
refused = lambda do |&work|
  work.call
  out << 'no refusal'
rescue ApiError => e
  out << [e.response.status, e.response.data['message']]
end
client = Client.new(base_url: URL, api_key: 'key-of-ada')
tell.call(client.pets_get(type: 'a b&c', page: 2, x_trace: 't1'))
refused.call { Client.new(base_url: URL).pets_get(type: 'x') }
owner = Owner.new(name: 'Ada', pets: [Pet.new(name: 'Kit')])
tell.call(client.create_pet(body: Pet.new(name: 'Zoë', owner: owner, tags: ['x'], is_sold: true, class_: 'dog')))
tell.call(client.pets_pet_id_get(pet_id: "a b/c'ü"))
refused.call { client.pets_pet_id_get(pet_id: 'none') }
signed = Client.new(base_url: URL, access_key: ACCESS, secret_key: SECRET)
tell.call(signed.closed_name_get(name: "it's (a) *!~", q: "b c'+/=~*"))
tell.call(signed.files_proxy_put(proxy: 'a/b c', body: { n: 1 }))
refused.call { client.closed_name_get(name: 'x') }
refused.call { Client.new(base_url: URL, access_key: ACCESS, secret_key: 'wrong').closed_name_get(name: 'x') }
print JSON.generate(out)
`;

const isThere = await isInstalled('ruby');
if (!isThere) console.warn('NOT TRIED: the Ruby client, for there is no ruby here');

test.runIf(isThere)('the Ruby client: key, parameters, models, signatures, refusals', async () => {
  const parameters = { 'service.name': 'pet-shop', 'ruby.gem-name': 'pets', 'ruby.gem-version': '1.0.0' };
  const folder = await api.sdk('ruby', parameters, { 'program.rb': program });
  const values = [api.baseUrl, KEY.accessKeyId, KEY.secretAccessKey];
  expect(await run('ruby', ['-w', '-E', 'UTF-8', 'program.rb', ...values], folder)).toEqual(told);
});
