import { expect, test } from 'vitest';
import { deployedApi, KEY, run } from './deployedApi';
import { told } from './told';

const api = deployedApi();

const program = `
import json, sys
sys.path.insert(0, 'python-sdk')
from api_client import ApiError, Client, Owner, Pet

url, access, secret = sys.argv[1:]
client = Client(base_url=url, api_key='key-of-ada')
out = []
def tell(answer):
    pet = answer.data
    assert isinstance(pet, Pet) and isinstance(pet.owner, Owner), pet
    seen = pet.seen
    out.append([answer.status, pet.name, pet.owner.name, pet.tags, pet.is_sold, seen['method'], seen['url'], seen.get('trace'), seen['body']])
def refused(work):
    try:
        work()
    except ApiError as error:
        out.append([error.status, error.data['message']])
tell(client.pets_get(type='a b&c', page='2', x_trace='t1'))
refused(lambda: Client(base_url=url).pets_get(type='x'))
tell(client.create_pet(Pet(name='Zoë', owner=Owner(name='Ada', pets=[Pet(name='Kit')]), tags=['x'], is_sold=True, class_='dog')))
tell(client.pets_pet_id_get("a b/c'ü"))
refused(lambda: client.pets_pet_id_get('none'))
signed = Client(base_url=url, access_key=access, secret_key=secret)
tell(signed.closed_name_get("it's (a) *!~", q="b c'+/=~*"))
tell(signed.files_proxy_put('a/b c', body={'n': 1}))
refused(lambda: client.closed_name_get('x'))
refused(lambda: Client(base_url=url, access_key=access, secret_key='wrong').closed_name_get('x'))
print(json.dumps(out))
`;

test('the Python client: key, parameters, models, signatures, refusals', async () => {
  const folder = await api.sdk('python', {}, { 'program.py': program });
  const parameters = ['program.py', api.baseUrl, KEY.accessKeyId, KEY.secretAccessKey];
  expect(await run('python3', parameters, folder)).toEqual(told);
});
