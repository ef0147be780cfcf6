import { beforeEach, describe, expect, test } from 'vitest';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { databases, editor, refusal, testControl } from '../testControl';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:pets';
const invocations = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
const role = 'arn:aws:iam::000000000000:role/gateway';
const url = 'https://backend.example';

describe.each(databases.slice(0, 1))('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  const ids = { HTTP: '', WEBSOCKET: '' };
  beforeEach(async () => {
    ids.HTTP = (await group().create(editor, { name: 'Http', protocolType: 'HTTP' })).apiId;
    const members = { name: 'Socket', routeSelectionExpression: '$request.body.action' };
    ids.WEBSOCKET = (await group().create(editor, { ...members, protocolType: 'WEBSOCKET' })).apiId;
  });

  describe('integrations', () => {
    const create = (protocol: 'HTTP' | 'WEBSOCKET', input: IntegrationInput) =>
      group().integrations.create(editor, ids[protocol], input);
    const proxy: IntegrationInput = {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: url,
    };

    test.each<['HTTP' | 'WEBSOCKET', IntegrationInput, object]>([
      ['HTTP', proxy, { payloadFormatVersion: '1.0', timeoutInMillis: 30_000, connectionType: 'INTERNET' }],
      [
        'HTTP',
        { integrationType: 'AWS_PROXY', integrationUri: functionArn, payloadFormatVersion: '2.0' },
        { integrationMethod: 'POST' },
      ],
      [
        'WEBSOCKET',
        { integrationType: 'MOCK' },
        {
          timeoutInMillis: 29_000,
          passthroughBehavior: 'WHEN_NO_MATCH',
          integrationResponseSelectionExpression: '${integration.response.statuscode}',
        },
      ],
      [
        'WEBSOCKET',
        { integrationType: 'AWS', integrationMethod: 'POST', integrationUri: invocations },
        {
          timeoutInMillis: 29_000,
          passthroughBehavior: 'WHEN_NO_MATCH',
          integrationResponseSelectionExpression: '${integration.response.body.errorMessage}',
        },
      ],
    ])('%s %o is filled in', async (protocol, input, filled) => {
      expect(await create(protocol, input)).toEqual({
        integrationId: expect.stringMatching(/^[a-z0-9]{7}$/),
        connectionType: 'INTERNET',
        payloadFormatVersion: '1.0',
        timeoutInMillis: 30_000,
        ...input,
        ...filled,
      });
    });

    const subtype: IntegrationInput = {
      integrationType: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      credentialsArn: role,
      requestParameters: { QueueUrl: 'q', MessageBody: '$request.body' },
    };
    test('an action of an AWS service', async () => {
      expect(await create('HTTP', subtype)).toMatchObject({ ...subtype, payloadFormatVersion: '1.0' });
    });

    test.each<['HTTP' | 'WEBSOCKET', IntegrationInput, string]>([
      [
        'HTTP',
        { integrationType: 'MOCK' },
        'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
      ],
      [
        'HTTP',
        { ...proxy, payloadFormatVersion: '2.0' },
        'Payload format version 2.0 is supported for Lambda proxy integrations only',
      ],
      [
        'HTTP',
        { ...proxy, requestTemplates: { a: 'b' } },
        'requestTemplates is not currently supported for HTTP protocol.',
      ],
      ['HTTP', { ...proxy, integrationUri: 'backend' }, 'Invalid HTTP endpoint specified for URI'],
      [
        'HTTP',
        { integrationType: 'HTTP_PROXY', integrationUri: url },
        'Enumeration value for HttpMethod must be non-empty',
      ],
      [
        'HTTP',
        { integrationType: 'AWS_PROXY', integrationUri: 'arn:aws:sns:x' },
        'Invalid ARN specified in the request',
      ],
      [
        'HTTP',
        { ...proxy, requestParameters: { 'append:header.Authorization': 'a' } },
        'Operations on header authorization are restricted',
      ],
      [
        'HTTP',
        { ...proxy, requestParameters: { 'append:path': 'a' } },
        'Invalid mapping expression parameter specified: append:path',
      ],
      [
        'HTTP',
        { ...proxy, responseParameters: { '99': {}, '600': { 'append:header.a': 'b' } } },
        'Invalid response status code specified: 600',
      ],
      [
        'HTTP',
        { ...proxy, connectionType: 'VPC_LINK', connectionId: 'nosuch' },
        'Invalid Vpc Link identifier specified',
      ],
      ['HTTP', { ...subtype, credentialsArn: '' }, 'credentialsArn is required for SQS-SendMessage'],
      [
        'HTTP',
        { ...subtype, requestParameters: { QueueUrl: 'q' } },
        'Missing required request parameters: MessageBody',
      ],
      [
        'HTTP',
        { ...subtype, requestParameters: { ...subtype.requestParameters, X: 'y' } },
        'Unsupported request parameters: X',
      ],
      [
        'WEBSOCKET',
        { integrationType: 'MOCK', timeoutInMillis: 29_001 },
        'Timeout should be between 50 ms and 29000 ms',
      ],
      [
        'WEBSOCKET',
        {
          integrationType: 'AWS',
          integrationMethod: 'POST',
          integrationUri: 'arn:aws:apigateway:us-east-1:sqs',
        },
        'AWS ARN for integration must contain path or action',
      ],
      [
        'WEBSOCKET',
        { integrationType: 'MOCK', responseParameters: { '200': { 'append:header.a': 'b' } } },
        'responseParameters is not currently supported for WEBSOCKET protocol.',
      ],
    ])('%s %o is refused', async (protocol, input, message) => {
      expect(await refusal(kit, () => create(protocol, input))).toMatchObject({
        code: 'BadRequestException',
        message: expect.stringContaining(message),
      });
    });

    test('one that a route names stays', async () => {
      const { integrationId } = await create('HTTP', proxy);
      const { routeId } = await group().routes.create(editor, ids.HTTP, {
        routeKey: 'GET /',
        target: `integrations/${integrationId}`,
      });
      expect(
        await refusal(kit, () => group().integrations.delete(editor, ids.HTTP, integrationId)),
      ).toMatchObject({
        code: 'ConflictException',
        message: `Cannot delete Integration because it is referenced by the following Routes with Ids: [${routeId}]`,
      });
    });
  });
});
