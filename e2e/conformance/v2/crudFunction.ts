/** The function of the guide's CRUD tutorial, by the plain DynamoDB client. */
export const crudFunction = `
import {
  DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand,
} from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({
  endpoint: process.env.DYNAMO_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const TableName = 'http-crud-tutorial-items';
const plain = (item) => item && { id: item.id.S, price: Number(item.price.N), name: item.name.S };

export const handler = async (event) => {
  const id = event.pathParameters?.id;
  const Key = { id: { S: id ?? '' } };
  let body;
  let statusCode = 200;
  switch (event.routeKey) {
    case 'DELETE /items/{id}':
      await client.send(new DeleteItemCommand({ TableName, Key }));
      body = 'Deleted item ' + id;
      break;
    case 'GET /items/{id}':
      body = plain((await client.send(new GetItemCommand({ TableName, Key }))).Item);
      if (!body) statusCode = 404;
      break;
    case 'GET /items':
      body = (await client.send(new ScanCommand({ TableName }))).Items.map(plain);
      break;
    case 'PUT /items': {
      const item = JSON.parse(event.body);
      const Item = { id: { S: item.id }, price: { N: String(item.price) }, name: { S: item.name } };
      await client.send(new PutItemCommand({ TableName, Item }));
      body = 'Put item ' + item.id;
      break;
    }
    default:
      throw new Error('Unsupported route: ' + event.routeKey);
  }
  return { statusCode, body: JSON.stringify(body ?? null), headers: { 'Content-Type': 'application/json' } };
};
`;
