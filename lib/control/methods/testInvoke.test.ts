import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { describe, expect, test } from 'vitest';
import { editor, refusal } from '../testControl';
import { testActor } from '../testing';
import { methodBench } from './testing';

const bench = methodBench();
const { kit, at } = bench;

describe('the test panel', () => {
  const call = () => ({
    restApiId: bench.restApiId,
    resourceId: bench.root,
    httpMethod: 'GET',
    pathWithQueryString: '/?a=1',
    headers: { accept: '*/*' },
    body: '',
    stageVariables: { color: 'red' },
  });
  const answer = { status: 200, headers: {}, body: '', latency: 1, log: '', trace: [] };

  test('hands the undeployed resource to the engine', async () => {
    const calls: unknown[] = [];
    kit.ports.testInvoke = async (given) => {
      calls.push(given);
      return answer;
    };
    await kit.control.resources.create(editor, bench.restApiId, { parentId: bench.root, pathPart: 'other' });
    expect(await kit.control.methods.testInvoke(editor, call())).toEqual(answer);
    expect(calls).toMatchObject([
      {
        deployment: {
          restApiId: bench.restApiId,
          resources: [{ id: bench.root, path: '/', resourceMethods: { GET: {} } }],
        },
        variables: { color: 'red' },
        pathWithQueryString: '/?a=1',
      },
    ]);
  });

  test('with all that the resource depends on', async () => {
    const { id } = await kit.control.requestValidators.create(editor, bench.restApiId, {
      name: 'body',
      validateRequestParameters: false,
      validateRequestBody: true,
    });
    const requestModels = { 'application/json': 'Error' };
    await kit.control.methods.put(...at(), { requestValidatorId: id, requestModels });
    await kit.control.gatewayResponses.put(editor, bench.restApiId, 'BAD_REQUEST_BODY', {
      statusCode: '422',
    });
    await kit.control.restApis.update(editor, bench.restApiId, { binaryMediaTypes: ['image/*'] });
    let deployment: unknown;
    kit.ports.testInvoke = async (given) => {
      deployment = given.deployment;
      return answer;
    };
    await kit.control.methods.testInvoke(editor, call());
    expect(() => checkDeployment(deployment)).not.toThrow();
    expect(deployment).toMatchObject({
      models: [{ name: 'Empty' }, { name: 'Error' }],
      requestValidators: [{ id, validateRequestBody: true }],
      gatewayResponses: [{ responseType: 'BAD_REQUEST_BODY', statusCode: '422' }],
      binaryMediaTypes: ['image/*'],
      resources: [{ resourceMethods: { GET: { requestModels } } }],
    });
  });

  test.each([
    ['headers.a b', { headers: { 'a b': 'x' } }],
    ['headers.a', { headers: { a: 'x\r\ny' } }],
    ['pathWithQueryString', { pathWithQueryString: 'http://other/' }],
    ['pathWithQueryString', { pathWithQueryString: '/a b' }],
    ['stageVariables.a-b', { stageVariables: { 'a-b': 'x' } }],
  ])('refuses a bad %s', async (field, change) => {
    const work = () => kit.control.methods.testInvoke(editor, { ...call(), ...change });
    expect(await refusal(kit, work)).toMatchObject({ code: 'BadRequestException', fields: [field] });
  });

  test('refuses a method without an integration', async () => {
    await kit.control.methods.put(...at('POST'), {});
    const work = () => kit.control.methods.testInvoke(editor, { ...call(), httpMethod: 'POST' });
    expect(await refusal(kit, work)).toMatchObject({ message: 'No integration defined for method' });
  });

  test('is closed to viewers: it calls the backend', async () => {
    const work = () => kit.control.methods.testInvoke(testActor('viewer'), call());
    expect(await refusal(kit, work)).toMatchObject({ code: 'AccessDeniedException' });
  });
});
