import { expect, test } from 'vitest';
import { editor, mockApi, testControl } from '../testControl';
import { ingestAccessLogs } from './ingestAccessLogs';

const kit = testControl();
const START = Date.UTC(2026, 0, 15);
const names = async () => (await kit.control.logs.groups(editor)).map(({ logGroupName }) => logGroupName);

test('a stage’s group is there as soon as a level is on, its canary’s too, and no role is asked for', async () => {
  const { id } = await mockApi(kit);
  const { id: deploymentId } = await kit.control.deployments.create(editor, id, { stageName: 'prod' });
  expect(await names()).toEqual([]);
  const methodSettings = { '*/*': { loggingLevel: 'ERROR' as const } };
  await kit.control.stages.update(editor, id, 'prod', { methodSettings });
  const group = `API-Gateway-Execution-Logs_${id}/prod`;
  expect(await names()).toEqual([group]);
  expect(kit.snapshots.at(-1)?.stages[0]?.executionLog).toEqual({
    logGroupName: group,
    every: { level: 'ERROR', dataTrace: false },
    own: {},
  });
  const canarySettings = { deploymentId, percentTraffic: 10 };
  await kit.control.stages.update(editor, id, 'prod', { canarySettings });
  expect(await names()).toEqual([group, `${group}/Canary`]);
  await kit.control.stages.update(editor, id, 'prod', { methodSettings: {} });
  expect(await names()).toEqual([]);
});

test('a WebSocket API’s', async () => {
  const { apiId } = await kit.control.apis.create(editor, {
    name: 'chat',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  });
  const defaultRouteSettings = { loggingLevel: 'INFO' as const };
  await kit.control.apis.stages.create(editor, apiId, { stageName: 'prod', defaultRouteSettings });
  expect(await names()).toEqual([`/aws/apigateway/${apiId}/prod`]);
});

test('lines of one millisecond stay in their order; an older one behind them hides none from who asks since', async () => {
  const line = (time: number, message: string) => ({ time, message });
  const lines = [line(START + 5, 'a 1'), line(START + 5, 'a 2'), line(START + 5, 'a 3'), line(START, 'b 1')];
  await ingestAccessLogs(kit, { boot: 'a', sequence: 1, groups: [{ logGroupName: 'calls', lines }] });
  await ingestAccessLogs(kit, {
    boot: 'b',
    sequence: 1,
    groups: [{ logGroupName: 'calls', lines: [line(START + 5, 'c 1'), line(START + 5, 'c 2')] }],
  });
  const read = async (since?: number) => {
    const filter = since === undefined ? {} : { since };
    return (await kit.control.logs.read(editor, 'calls', filter)).map(({ message }) => message).reverse();
  };
  expect(await read()).toEqual(['b 1', 'a 1', 'a 2', 'a 3', 'c 1', 'c 2']);
  expect(await read(START + 1)).toEqual(['a 1', 'a 2', 'a 3', 'c 1', 'c 2']);
});
