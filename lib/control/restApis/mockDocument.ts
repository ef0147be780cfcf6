/** A document with these operations (`GET /path`), each answered by MOCK. */
export function mockDocument(operations: string[], extra: Record<string, unknown> = {}) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [verb = '', path = ''] = operation.toLowerCase().split(' ');
    const integration = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
    paths[path] = {
      ...paths[path],
      [verb]: { responses: {}, 'x-amazon-apigateway-integration': integration },
    };
  }
  return JSON.stringify(
    { openapi: '3.0.1', info: { title: 'Imported', version: '2' }, paths, ...extra },
    null,
    2,
  );
}
