import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

const PETS_A_PAGE = 3;
const LARGEST_BODY = 64 * 1024;
const types = ['dog', 'cat', 'fish'] as const;
const prices = [249.99, 124.99, 0.99] as const;
const newPet = z.object({ type: z.string().min(1), price: z.number() });

interface Answer {
  status: number;
  body: unknown;
}
interface Fault {
  key: string;
  message: string;
}

const refusal = (status: number, errors: Fault[]): Answer => ({ status, body: { errors } });
const notFound = refusal(404, [{ key: 'Path', message: 'Nothing is here. Try /petstore/pets' }]);

/** AWS's PetStore (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-create-api-from-example.html): no state, so that every call answers the same. */
export function answerPetStore(request: IncomingMessage, response: ServerResponse): void {
  request.on('error', () => response.destroy());
  answer(request).then(
    ({ status, body }) => send(response, status, body),
    () => send(response, 400, { errors: [{ key: 'Body', message: 'Not a JSON document' }] }),
  );
}

async function answer(request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://sample');
  const [, root, collection, petId, ...rest] = url.pathname.split('/');
  if (root !== 'petstore' || collection !== 'pets' || rest.length > 0) return notFound;
  const read = request.method === 'GET' || request.method === 'HEAD';
  if (petId && read) return pet(petId);
  if (!petId && read) return list(url.searchParams);
  if (!petId && request.method === 'POST') return create(await readJson(request));
  return refusal(405, [{ key: 'Method', message: 'GET and POST on /pets, GET on /pets/{petId}' }]);
}

/** `type` narrows to one kind; each page holds the next three. */
function list(query: URLSearchParams): Answer {
  const page = Number(query.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1)
    return refusal(400, [{ key: 'GetPetsRequest.page', message: 'The value is out of range.' }]);
  const first = (page - 1) * PETS_A_PAGE + 1;
  const ids = Array.from({ length: PETS_A_PAGE }, (_, index) => first + index);
  return { status: 200, body: ids.map((id) => petOf(id, query.get('type'))) };
}

function pet(petId: string): Answer {
  const id = Number(petId);
  if (!Number.isInteger(id) || id < 1)
    return refusal(400, [{ key: 'GetPetRequest.petId', message: 'The value is out of range.' }]);
  return { status: 200, body: petOf(id, null) };
}

function create(body: unknown): Answer {
  const parsed = newPet.safeParse(body);
  if (parsed.success) return { status: 200, body: { pet: parsed.data, message: 'success' } };
  const faults = parsed.error.issues.map(({ path }) => `Pet2.${path.join('.') || 'type'}`);
  return refusal(
    400,
    faults.map((key) => ({ key, message: 'Missing required field' })),
  );
}

function petOf(id: number, type: string | null) {
  const kind = (id - 1) % types.length;
  return { id, type: type ?? types[kind], price: prices[kind] };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LARGEST_BODY) throw new Error('The body is too large');
  }
  return JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}
