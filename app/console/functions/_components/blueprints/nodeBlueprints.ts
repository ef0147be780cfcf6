import type { Blueprint } from './Blueprint';

const hello = `// Answers a method with Lambda proxy integration.
// event: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
export const handler = async (event) => {
  const name = event.queryStringParameters?.name ?? 'world';
  console.log('greeting', name);
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ message: \`Hello, \${name}\` }),
  };
};
`;

const echo = `// Answers with what it was given: shows the event of any integration.
export const handler = async (event, context) => {
  console.log(JSON.stringify(event, null, 2));
  // A Lambda proxy integration wants a status and a body of text; any other integration takes the event as it is.
  if (!event.requestContext) return event;
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'X-Request-Id': context.awsRequestId },
    body: JSON.stringify(event, null, 2),
  };
};
`;

const token = `// A TOKEN authorizer: the token decides. "allow" may call, "deny" may not, anything else is 401.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
export const handler = async (event) => {
  const token = event.authorizationToken?.replace(/^Bearer /i, '');
  // Any other answer than a policy is a 500; this one message is a 401.
  if (token !== 'allow' && token !== 'deny') throw new Error('Unauthorized');
  return {
    principalId: 'user',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'execute-api:Invoke',
          Effect: token === 'allow' ? 'Allow' : 'Deny',
          Resource: event.methodArn,
        },
      ],
    },
    // $context.authorizer.plan in templates, event.requestContext.authorizer.plan in functions
    context: { plan: 'gold' },
  };
};
`;

const request = `// A REQUEST authorizer: headers, query string and stage variables decide together.
// Identity sources: method.request.header.HeaderAuth1, method.request.querystring.QueryString1
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
export const handler = async (event) => {
  const { headers = {}, queryStringParameters } = event;
  const allowed =
    headers?.HeaderAuth1 === 'headerValue1' && queryStringParameters?.QueryString1 === 'queryValue1';
  if (!allowed) throw new Error('Unauthorized');
  return {
    principalId: 'me',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: event.methodArn }],
    },
    context: { sourceIp: event.requestContext.identity.sourceIp },
  };
};
`;

const streaming = `// Answers piece by piece: for a Lambda proxy integration whose response transfer mode is STREAM.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const stream = awslambda.HttpResponseStream.from(responseStream, {
    statusCode: 200,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
  for (let count = 1; count <= 5; count += 1) {
    stream.write(\`piece \${count}\\n\`);
    await new Promise((done) => setTimeout(done, 500));
  }
  stream.end();
});
`;

export const nodeBlueprints: Blueprint[] = [
  {
    id: 'hello',
    title: 'Hello, behind an API',
    description: 'Lambda proxy: answers with a greeting',
    family: 'nodejs',
    code: hello,
  },
  {
    id: 'echo',
    title: 'Echo the event',
    description: 'Shows what an integration sends',
    family: 'nodejs',
    code: echo,
  },
  {
    id: 'token',
    title: 'TOKEN authorizer',
    description: 'Decides by one header',
    family: 'nodejs',
    code: token,
  },
  {
    id: 'request',
    title: 'REQUEST authorizer',
    description: 'Decides by headers, query and stage variables',
    family: 'nodejs',
    code: request,
  },
  {
    id: 'streaming',
    title: 'Streamed answer',
    description: 'Lambda proxy with STREAM: piece by piece',
    family: 'nodejs',
    code: streaming,
    configuration: { timeout: 10 },
  },
];
