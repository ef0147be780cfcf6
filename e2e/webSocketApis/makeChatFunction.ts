import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { key } from '../conformance/tools';
import { chatFunction } from '../conformance/v2/chatFunction';
import { functionZip } from '../conformance/v2/functionZip';
import type { RunningGatehouse } from '../fixtures/startGatehouse';

/** The chat's function, bundled with AWS's clients as a developer would, by AWS's own client. */
export async function makeChatFunction(gatehouse: RunningGatehouse, dynamoUrl: string): Promise<void> {
  const client = new LambdaClient({
    endpoint: gatehouse.awsUrl,
    region: 'us-east-1',
    credentials: {
      accessKeyId: key.GATEHOUSE_ACCESS_KEY_ID,
      secretAccessKey: key.GATEHOUSE_SECRET_ACCESS_KEY,
    },
  });
  await client.send(
    new CreateFunctionCommand({
      FunctionName: 'chat',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/lambda',
      Timeout: 30,
      Environment: {
        Variables: {
          DYNAMO_URL: dynamoUrl,
          GATEWAY_URL: gatehouse.gatewayUrl,
          KEY_ID: key.GATEHOUSE_ACCESS_KEY_ID,
          KEY_SECRET: key.GATEHOUSE_SECRET_ACCESS_KEY,
        },
      },
      Code: { ZipFile: await functionZip(chatFunction) },
    }),
  );
  client.destroy();
}
