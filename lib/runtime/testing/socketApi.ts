import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { Installation } from './Installation';

export const region = 'us-east-1';
export const credentials = {
  accessKeyId: 'AKIAGATEHOUSESTART00',
  secretAccessKey: 'a-secret-of-forty-letters,-or-a-few-more',
};

/** What an installation is made with so that AWS's own clients may call it. */
export const withCredentials = {
  GATEHOUSE_SAMPLE: 'off',
  GATEHOUSE_ACCESS_KEY_ID: credentials.accessKeyId,
  GATEHOUSE_SECRET_ACCESS_KEY: credentials.secretAccessKey,
};

export interface SocketApi {
  apiId: string;
  /** Gives the stage `prod` a new deployment. */
  deploy(): Promise<void>;
}

/**
 * A WebSocket API by AWS's own client, in the stage `prod`: `$default` to a MOCK. With `answers` the route is two-way,
 * and a message is answered by the template that its member `answer` names.
 */
export async function socketApi(
  { awsUrl }: Installation,
  answers?: Record<string, string>,
): Promise<SocketApi> {
  const client = new ApiGatewayV2Client({ region, endpoint: awsUrl, credentials });
  const { ApiId = '' } = await client.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const RequestTemplates = { $default: '{"statusCode": 200}' };
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({ ApiId, IntegrationType: 'MOCK', RequestTemplates }),
  );
  const { RouteId } = await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: '$default', Target: `integrations/${IntegrationId}` }),
  );
  if (answers) await answering(client, { ApiId, IntegrationId, RouteId }, answers);
  const newest = async () => (await client.send(new CreateDeploymentCommand({ ApiId }))).DeploymentId;
  await client.send(new CreateStageCommand({ ApiId, StageName: 'prod', DeploymentId: await newest() }));
  return {
    apiId: ApiId,
    deploy: async () => {
      const DeploymentId = await newest();
      await client.send(new UpdateStageCommand({ ApiId, StageName: 'prod', DeploymentId }));
    },
  };
}

interface Made {
  ApiId: string;
  IntegrationId: string | undefined;
  RouteId: string | undefined;
}

async function answering(
  client: ApiGatewayV2Client,
  { ApiId, IntegrationId, RouteId }: Made,
  ResponseTemplates: Record<string, string>,
): Promise<void> {
  await client.send(
    new CreateIntegrationResponseCommand({
      ...{ ApiId, IntegrationId, IntegrationResponseKey: '$default', ResponseTemplates },
      TemplateSelectionExpression: '${request.body.answer}',
    }),
  );
  const RouteResponseSelectionExpression = '$default';
  await client.send(new UpdateRouteCommand({ ApiId, RouteId, RouteResponseSelectionExpression }));
  await client.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
}
