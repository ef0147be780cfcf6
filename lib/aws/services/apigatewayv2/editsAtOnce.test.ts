import {
  ApiGatewayV2Client,
  GetIntegrationCommand,
  GetRoutesCommand,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import { describe, expect, test } from 'vitest';
import { databases, editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testDoor({}, open);

  test('of 200 edits of one API each is done or refused as overtaken, and nothing is lost', async () => {
    const client = new ApiGatewayV2Client(kit.client());
    const { apis } = kit.control;
    const { apiId: ApiId } = await apis.create(editor, { name: 'pets', protocolType: 'HTTP' });
    const { integrationId: IntegrationId } = await apis.integrations.create(editor, ApiId, {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: 'https://backend.example',
      payloadFormatVersion: '1.0',
    });
    const routes: string[] = [];
    for (let index = 0; index < 10; index += 1)
      routes.push((await apis.routes.create(editor, ApiId, { routeKey: `GET /r${index}` })).routeId);
    // Members of one object, which updates merge; and names that the next edit of a route replaces.
    const mapped = Array.from({ length: 100 }, (_, index) => `append:header.h${index % 10}-${index}`);
    const edits = mapped.flatMap((key, index) => [
      () =>
        client.send(
          new UpdateIntegrationCommand({ ApiId, IntegrationId, RequestParameters: { [key]: 'a' } }),
        ),
      () =>
        client.send(
          new UpdateRouteCommand({ ApiId, RouteId: routes[index % 10], OperationName: `edit${index}` }),
        ),
    ]);
    const results = await Promise.allSettled(edits.map((edit) => edit()));
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'ConflictException' });
    const done = mapped.filter((_, index) => results[2 * index]?.status === 'fulfilled');
    expect(done.length).toBeGreaterThan(0);
    const { RequestParameters = {} } = await client.send(new GetIntegrationCommand({ ApiId, IntegrationId }));
    expect(Object.keys(RequestParameters).sort()).toEqual(done.sort());
    const { Items = [] } = await client.send(new GetRoutesCommand({ ApiId }));
    for (const { RouteId, OperationName } of Items) {
      const of = mapped.flatMap((_, index) =>
        routes[index % 10] === RouteId && results[2 * index + 1]?.status === 'fulfilled'
          ? [`edit${index}`]
          : [],
      );
      if (of.length > 0) expect(of).toContain(OperationName);
    }
  });
});
