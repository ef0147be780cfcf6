import { describe, expect, test } from 'vitest';
import { createControl } from '../createControl';
import type { ConnectionQuestion, ControlPorts } from '../ports';
import { editor, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const kit = testControl();
const LIVE = { stageName: 'prod', connectedAt: 2, lastActiveAt: 3, sourceIp: '127.0.0.1', userAgent: 'a' };

/** A control plane whose gateway answers that. */
function answering(answer: Awaited<ReturnType<ControlPorts['askConnections']>>) {
  const asked: ConnectionQuestion[] = [];
  const ports = {
    ...kit.ports,
    askConnections: async (question: ConnectionQuestion) => {
      asked.push(question);
      return answer;
    },
  };
  return { asked, control: createControl({ ...kit, ports }) };
}

async function socketApi(): Promise<string> {
  const input = { name: 'chat', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' };
  return (await kit.control.apis.create(editor, input as Parameters<typeof kit.control.apis.create>[1]))
    .apiId;
}

describe('connections', () => {
  test('are listed, those that are open longest first', async () => {
    const connections = [
      { ...LIVE, connectionId: 'b' },
      { ...LIVE, connectionId: 'a', connectedAt: 1 },
    ];
    const { control } = answering({ outcome: 'ok', connections });
    const listed = await control.connections.list(editor, await socketApi());
    expect(listed.map(({ connectionId }) => connectionId)).toEqual(['a', 'b']);
  });

  test('a message is sent, and its size is in the audit log, its text is not', async () => {
    const apiId = await socketApi();
    const { asked, control } = answering({ outcome: 'ok' });
    await control.connections.send(editor, apiId, 'c1', { data: 'hello' });
    const data = Buffer.from('hello').toString('base64');
    expect(asked).toEqual([{ type: 'post', connectionId: 'c1', apiId, data, isBinary: false }]);
    const audit = await kit.control.audit.list(testActor('administrator'), {});
    expect(JSON.stringify(audit)).toContain('"bytes":5');
    expect(JSON.stringify(audit)).not.toContain('hello');
  });

  test('one that is gone is said to be', async () => {
    const apiId = await socketApi();
    const { control } = answering({ outcome: 'gone' });
    await expect(control.connections.disconnect(editor, apiId, 'c1')).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });

  test('over 128 KB, and of an API that is not there: refused before anybody is asked', async () => {
    const { asked, control } = answering({ outcome: 'ok' });
    const apiId = await socketApi();
    const long = { data: 'é'.repeat(70_000) };
    expect(await refusal(kit, () => control.connections.send(editor, apiId, 'c1', long))).toMatchObject({
      fields: ['data'],
    });
    expect(await refusal(kit, () => control.connections.disconnect(editor, 'nothing', 'c1'))).toMatchObject({
      code: 'NotFoundException',
    });
    expect(asked).toEqual([]);
  });
});
