/** The functions of the guide's chat tutorial in one: who is there stands in a table, and messages go by @connections. */
export const chatFunction = `
import {
  ApiGatewayManagementApiClient, GetConnectionCommand, PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';

const { DYNAMO_URL, GATEWAY_URL, KEY_ID: accessKeyId, KEY_SECRET: secretAccessKey } = process.env;
const region = 'us-east-1';
const table = new DynamoDBClient({
  endpoint: DYNAMO_URL, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const TableName = 'connections';

export const handler = async (event) => {
  const { routeKey, connectionId, apiId, stage } = event.requestContext;
  const connections = new ApiGatewayManagementApiClient({
    endpoint: GATEWAY_URL + '/_aws/execute-api/' + apiId + '/' + stage,
    region,
    credentials: { accessKeyId, secretAccessKey },
  });
  const say = (ConnectionId, Data) =>
    connections.send(new PostToConnectionCommand({ ConnectionId, Data }));
  const id = { S: connectionId };
  if (routeKey === '$connect') await table.send(new PutItemCommand({ TableName, Item: { id } }));
  else if (routeKey === '$disconnect') await table.send(new DeleteItemCommand({ TableName, Key: { id } }));
  else if (routeKey === 'sendmessage') {
    const { Items } = await table.send(new ScanCommand({ TableName }));
    const others = Items.map((item) => item.id.S).filter((other) => other !== connectionId);
    await Promise.all(others.map((other) => say(other, JSON.parse(event.body).message)));
  } else {
    const { Identity } = await connections.send(new GetConnectionCommand({ ConnectionId: connectionId }));
    await say(connectionId, JSON.stringify({ connectionId, sourceIp: Identity.SourceIp }));
  }
  return { statusCode: 200 };
};
`;
