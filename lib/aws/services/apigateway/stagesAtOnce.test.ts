import { APIGatewayClient, GetStageCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, test } from 'vitest';
import { databases, editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testDoor({}, open);

  test('of 200 patches of one stage each is done or refused as overtaken, and nothing is lost', async () => {
    const client = new APIGatewayClient(kit.client());
    const { id: restApiId } = await mockApi(kit);
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const at = { restApiId, stageName: 'dev' };
    const edits = Array.from({ length: 100 }, (_, index) => [
      { op: 'replace' as const, path: `/variables/v${index}`, value: `${index}` },
      { op: 'replace' as const, path: `/p${index}/GET/throttling/burstLimit`, value: `${index}` },
    ]).flat();
    const patch = (edit: (typeof edits)[number]) =>
      client.send(new UpdateStageCommand({ ...at, patchOperations: [edit] }));
    const results = await Promise.allSettled(edits.map(patch));
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'ConflictException' });
    const done = edits.filter((_, index) => results[index]?.status === 'fulfilled');
    const { variables = {}, methodSettings = {} } = await client.send(new GetStageCommand(at));
    expect(done.length).toBeGreaterThan(0);
    const kept = [
      ...Object.keys(variables).map((name) => `/variables/${name}`),
      ...Object.keys(methodSettings).map((key) => `/${key}/throttling/burstLimit`),
    ];
    expect(kept.sort()).toEqual(done.map(({ path }) => path).sort());
  });
});
