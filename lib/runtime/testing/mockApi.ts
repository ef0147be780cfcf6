import { type Installation, operator } from './Installation';
import type { Answer } from './Load';

export interface MockApi {
  restApiId: string;
  resourceId: string;
  stageName: string;
  url: string;
  /** Sets what `GET /version` answers, in its header and its body, and deploys. */
  deploy(version: number): Promise<void>;
}

/** An API with one MOCK method, whose answer says twice which deployment made it. */
export async function mockApi(installation: Installation, { apiKeyRequired = false } = {}): Promise<MockApi> {
  const apis = installation.control('restApis');
  const { id: restApiId, rootResourceId } = await apis.create(operator, { name: 'versions' });
  const resources = installation.control('resources');
  const { id: resourceId } = await resources.create(operator, restApiId, {
    parentId: rootResourceId,
    pathPart: 'version',
  });
  const methods = installation.control('methods');
  const header = 'method.response.header.X-Version';
  const target = [operator, restApiId, resourceId, 'GET'] as const;
  await methods.put(...target, { apiKeyRequired });
  await methods.putMethodResponses(...target, {
    '200': { statusCode: '200', responseParameters: { [header]: true }, responseModels: {} },
  });
  await methods.putIntegration(...target, {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  const stageName = 'live';
  const deploy = async (version: number) => {
    await methods.putIntegrationResponses(...target, {
      '200': {
        statusCode: '200',
        responseParameters: { [header]: `'${version}'` },
        responseTemplates: { 'application/json': `{"version": ${version}}` },
      },
    });
    await installation.control('deployments').create(operator, restApiId, { stageName });
  };
  const url = installation.gatewayUrl(restApiId, stageName, '/version');
  return { restApiId, resourceId, stageName, url, deploy };
}

/** The API is in the snapshot that a start serves first. */
export function isOnDisk(installation: Installation, { restApiId }: MockApi): boolean {
  return installation.snapshotOnDisk()?.stages.some((stage) => stage.restApiId === restApiId) ?? false;
}

/** Names an answer for a Load: whole when it is a 200 whose header and body are of one version. */
export function wholeOrWhy(answer: Answer | Error): string {
  if (answer instanceof Error) return `failed: ${answer.message}`;
  if (answer.status !== 200) return `${answer.status}`;
  const same = answer.body === `{"version": ${answer.headers['x-version']}}`;
  return same ? 'whole' : `mixed: ${answer.headers['x-version']} and ${answer.body}`;
}
