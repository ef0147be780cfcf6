/**
 * Sets a data directory up: one API of so many resources, deployed, with a plan and so many keys.
 * Prints what a caller needs as JSON. Arguments: the backend's port, resources, keys, and whether (true) there is a
 * function.
 */
import { insertFillerKeys } from './insertFillerKeys';
import { actor, openControl } from './openControl';

const [backendPort = 0, resourceCount = 0, keyCount = 0] = process.argv.slice(2).map(Number);
const withFunction = process.argv[5] === 'true';
const stageName = 'prod';
/** Above what a worker serves, so that every call asks the bucket and none is refused; the burst is AWS's own. */
const throttle = { rateLimit: 50_000, burstLimit: 5_000 };

const SPIN = `export const handler = async ({ queryStringParameters }) => {
  const before = process.cpuUsage();
  const end = Date.now() + Number(queryStringParameters.seconds) * 1000;
  while (Date.now() < end);
  const { user, system } = process.cpuUsage(before);
  return { statusCode: 200, body: JSON.stringify({ processorSeconds: (user + system) / 1e6 }) };
};`;

const { control, db, close } = await openControl();
await control.settings.update(actor, { throttle });
const paths = resourcePaths(resourceCount);
const { restApi } = await control.restApis.import(actor, { document: documentOf(paths) });
if (!restApi) throw new Error('The import made no API');
if (withFunction) await addSpin(restApi.id, restApi.rootResourceId);
await control.deployments.create(actor, restApi.id, { stageName });
const plan = await control.usagePlans.create(actor, {
  name: 'Measured',
  apiStages: [{ apiId: restApi.id, stage: stageName }],
  throttle,
  quota: { limit: 2_000_000_000, offset: 0, period: 'MONTH' },
});
const { id: apiKeyId } = await control.apiKeys.create(actor, { name: 'Measured' });
await control.usagePlans.addKey(actor, plan.id, apiKeyId);
await insertFillerKeys(db, apiKeyId, keyCount - 1);
const { value } = await control.apiKeys.get(actor, apiKeyId, { includeValue: true });
await close();

const called = paths.filter((path) => path.lastIndexOf('/') > 0).map((path) => `/${stageName}${path}`);
process.stdout.write(JSON.stringify({ restApiId: restApi.id, apiKey: value, paths: called }));

/** A function that keeps a processor busy for so many seconds, and tells what it had of it, at /spin. */
async function addSpin(restApiId: string, rootResourceId: string): Promise<void> {
  const { functionArn } = await control.functions.create(actor, {
    functionName: 'spin',
    runtime: 'nodejs20.x',
    timeout: 29,
    code: { inlineCode: SPIN },
  });
  const { id } = await control.resources.create(actor, restApiId, {
    parentId: rootResourceId,
    pathPart: 'spin',
  });
  await control.methods.put(actor, restApiId, id, 'GET', {});
  await control.methods.putIntegration(actor, restApiId, id, 'GET', {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
  });
  await control.functions.permitApi(actor, restApiId, [functionArn]);
}

/** As many paths as resources, the root with them: about as many groups as members of a group. */
function resourcePaths(count: number): string[] {
  const groups = Math.floor(Math.sqrt(count));
  const path = (index: number) =>
    index < groups ? `/group${index}` : `/group${index % groups}/item${Math.floor(index / groups)}`;
  return ['/', ...Array.from({ length: count - 1 }, (_, index) => path(index))];
}

function documentOf(all: string[]): string {
  const get = {
    responses: { 200: { description: 'OK' } },
    security: [{ api_key: [] }],
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: 'GET',
      uri: `http://127.0.0.1:${backendPort}/pets`,
    },
  };
  return JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'Measured', version: '1' },
    paths: Object.fromEntries(all.map((path) => [path, { get }])),
    components: { securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
  });
}
