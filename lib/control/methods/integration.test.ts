import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { describe, expect, test } from 'vitest';
import { vpcLinks } from '@/db/schema';
import { editor, refusal } from '../testControl';
import { http, mapping, methodBench, parameter } from './testing';

const bench = methodBench();
const { kit, at } = bench;

describe('the integration', () => {
  test('comes back whole, with AWS defaults, and keeps the responses', async () => {
    const integration = await kit.control.methods.putIntegration(...at(), http);
    expect(integration).toEqual({
      ...http,
      requestParameters: {},
      requestTemplates: {},
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      integrationResponses: {
        '200': { statusCode: '200', responseParameters: {}, responseTemplates: {} },
      },
    });
    expect((await kit.control.methods.get(...at())).methodIntegration).toEqual(integration);
  });

  test.each<[string, unknown, string, string | RegExp]>([
    [
      'a URI that is not http',
      { ...http, uri: 'ftp://a.example' },
      'uri',
      /^Invalid HTTP endpoint specified for URI$/,
    ],
    ['a file', { ...http, uri: 'file:///etc/passwd' }, 'uri', /^Invalid HTTP endpoint specified for URI$/],
    [
      'a URI without a host',
      { ...http, uri: 'http:///x' },
      'uri',
      /^Invalid HTTP endpoint specified for URI$/,
    ],
    ['no URI', { type: 'HTTP', httpMethod: 'GET' }, 'uri', 'Invalid HTTP endpoint specified for URI'],
    [
      'no verb',
      { type: 'HTTP', uri: http.uri },
      'httpMethod',
      'Enumeration value for HttpMethod must be non-empty',
    ],
    [
      'a timeout above 15 minutes',
      { ...http, timeoutInMillis: 900_001 },
      'timeoutInMillis',
      'Timeout should be between 50 ms and 900000 ms',
    ],
    [
      'a malformed mapping',
      { ...http, requestParameters: { 'integration.request.header.X': 'true' } },
      'requestParameters.integration.request.header.X',
      mapping('true'),
    ],
    [
      'a mapping to nowhere',
      { ...http, requestParameters: { 'integration.request.body': "'x'" } },
      'requestParameters.integration.request.body',
      mapping('integration.request.body'),
    ],
    [
      'an undeclared parameter',
      { ...http, requestParameters: { 'integration.request.path.id': 'method.request.path.id' } },
      'requestParameters.integration.request.path.id',
      parameter('method.request.path.id'),
    ],
    [
      'a template that does not compile',
      { ...http, requestTemplates: { 'application/json': 'a\n#if($x)' } },
      'requestTemplates.application/json',
      /application\/json:2:/,
    ],
    [
      'a media type that is none',
      { ...http, requestTemplates: { '123': 'x' } },
      'requestTemplates.123',
      'Invalid content type specified',
    ],
    [
      'a regex that the gateway does not run',
      { ...http, integrationResponses: { '200': { statusCode: '200', selectionPattern: '(a)\\1' } } },
      'integrationResponses.200.selectionPattern',
      /^Not a regular expression that the gateway runs: /,
    ],
    [
      'a VPC link that is not named',
      { ...http, connectionType: 'VPC_LINK' },
      'connectionId',
      'Choose a VPC link',
    ],
    [
      'a VPC link that is not there',
      { ...http, connectionType: 'VPC_LINK', connectionId: 'nosuch' },
      'connectionId',
      'Invalid Vpc Link identifier specified',
    ],
    [
      'a VPC link without its connection type',
      { ...http, connectionId: 'nosuch' },
      'connectionId',
      'Only the connection type VPC_LINK has a VPC link',
    ],
    [
      'a mock behind a VPC link',
      { type: 'MOCK', connectionType: 'VPC_LINK', connectionId: 'nosuch' },
      'connectionType',
      'A mock integration calls no backend, so it has no VPC link',
    ],
    [
      'a mock over TLS',
      { type: 'MOCK', tlsConfig: { insecureSkipVerification: true } },
      'tlsConfig',
      'A mock integration calls no backend over TLS',
    ],
    ...['HTTP', 'MOCK'].map((type): [string, unknown, string, string] => [
      `a stream of ${type}`,
      { ...http, type, responseTransferMode: 'STREAM' },
      'responseTransferMode',
      'Only a proxy integration can stream its response',
    ]),
    [
      'a cache key that the method does not declare',
      { ...http, cacheKeyParameters: ['method.request.path.id'] },
      'cacheKeyParameters.0',
      'Invalid cache key parameter specified: method.request.path.id',
    ],
    [
      'a cache key that nothing is mapped to',
      { ...http, cacheKeyParameters: ['integration.request.header.X'] },
      'cacheKeyParameters.0',
      'Invalid cache key parameter specified: integration.request.header.X',
    ],
    [
      'a cache key that is none',
      { ...http, cacheKeyParameters: ['method.request.body'] },
      'cacheKeyParameters.0',
      /^Use method\.request\./,
    ],
    [
      'a content handling that is none',
      { ...http, contentHandling: 'CONVERT' },
      'contentHandling',
      /CONVERT_TO_BINARY/,
    ],
    [
      'a regex that does not compile',
      { ...http, integrationResponses: { '200': { statusCode: '200', selectionPattern: '(' } } },
      'integrationResponses.200.selectionPattern',
      'Not a regular expression that compiles',
    ],
    ['text instead of an object', 'HTTP', '', /./],
  ])('refuses %s', async (_name, input, field, message) => {
    const result = await refusal(kit, () => kit.control.methods.putIntegration(...at(), input));
    expect(result).toMatchObject({ code: 'BadRequestException', fields: [field] });
    expect(result.message).toMatch(message);
  });

  test('every member is kept and comes to the engine', async () => {
    const own = { 'method.request.header.X': false };
    await kit.control.methods.put(...at(), { requestParameters: own });
    const integration = {
      ...http,
      type: 'HTTP_PROXY',
      timeoutInMillis: 900_000,
      contentHandling: 'CONVERT_TO_TEXT',
      cacheNamespace: 'pets',
      cacheKeyParameters: ['method.request.header.X', 'integration.request.header.Y'],
      requestParameters: { 'integration.request.header.Y': 'method.request.header.X' },
      tlsConfig: { insecureSkipVerification: true },
      connectionType: 'VPC_LINK',
      connectionId: '${stageVariables.link}',
      responseTransferMode: 'STREAM',
      integrationResponses: {
        '200': { statusCode: '200', selectionPattern: '(?i)2\\d+', contentHandling: 'CONVERT_TO_BINARY' },
      },
    };
    expect(await kit.control.methods.putIntegration(...at(), integration)).toMatchObject(integration);
    expect((await kit.control.methods.get(...at())).methodIntegration).toMatchObject(integration);
    await kit.control.deployments.create(editor, bench.restApiId, { stageName: 'dev' });
    const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
    expect(() => checkDeployment(deployed)).not.toThrow();
    expect(deployed?.resources[0]?.resourceMethods.GET?.methodIntegration).toMatchObject(integration);
  });

  test('a VPC link that is there may be named', async () => {
    await kit.database.db
      .insert(vpcLinks)
      .values({ id: 'link01', name: 'L', targets: ['a:1'], createdDate: new Date() });
    const integration = { ...http, connectionType: 'VPC_LINK', connectionId: 'link01' };
    expect(await kit.control.methods.putIntegration(...at(), integration)).toMatchObject(integration);
  });

  test('a parameter that the cache is keyed by cannot be taken from the method', async () => {
    const own = { requestParameters: { 'method.request.header.X': false } };
    await kit.control.methods.put(...at(), own);
    const keyed = { ...http, cacheKeyParameters: ['method.request.header.X'] };
    await kit.control.methods.putIntegration(...at(), keyed);
    expect(await refusal(kit, () => kit.control.methods.put(...at(), {}))).toMatchObject({
      code: 'BadRequestException',
      fields: ['cacheKeyParameters.0'],
    });
  });

  test('deleted, it is gone, and gone twice is not found', async () => {
    await kit.control.methods.deleteIntegration(...at());
    expect(await kit.control.methods.get(...at())).not.toHaveProperty('methodIntegration');
    expect(await refusal(kit, () => kit.control.methods.deleteIntegration(...at()))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid Integration identifier specified',
    });
  });
});
