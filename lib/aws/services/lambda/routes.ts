import type { Route } from '../../protocols/restJsonProtocol';

const route = (operation: string, method: string, path: string, status = 200): Route => ({
  operation,
  method,
  path,
  status,
});
const ONE = '/2015-03-31/functions/{FunctionName}';

/** Lambda's operations, as its model has them, and the address of a function's code. */
export const routes: Route[] = [
  route('Invoke', 'POST', `${ONE}/invocations`),
  route(
    'InvokeWithResponseStream',
    'POST',
    '/2021-11-15/functions/{FunctionName}/response-streaming-invocations',
  ),
  route('CreateFunction', 'POST', '/2015-03-31/functions', 201),
  // AWS's model has the slash; botocore leaves it out.
  route('CreateFunction', 'POST', '/2015-03-31/functions/', 201),
  route('ListFunctions', 'GET', '/2015-03-31/functions'),
  route('ListFunctions', 'GET', '/2015-03-31/functions/'),
  route('GetFunction', 'GET', ONE),
  route('DeleteFunction', 'DELETE', ONE, 204),
  route('GetFunctionConfiguration', 'GET', `${ONE}/configuration`),
  route('UpdateFunctionConfiguration', 'PUT', `${ONE}/configuration`),
  route('UpdateFunctionCode', 'PUT', `${ONE}/code`),
  route('PublishVersion', 'POST', `${ONE}/versions`, 201),
  route('ListVersionsByFunction', 'GET', `${ONE}/versions`),
  route('CreateAlias', 'POST', `${ONE}/aliases`, 201),
  route('ListAliases', 'GET', `${ONE}/aliases`),
  route('GetAlias', 'GET', `${ONE}/aliases/{Name}`),
  route('UpdateAlias', 'PUT', `${ONE}/aliases/{Name}`),
  route('DeleteAlias', 'DELETE', `${ONE}/aliases/{Name}`, 204),
  route('AddPermission', 'POST', `${ONE}/policy`, 201),
  route('GetPolicy', 'GET', `${ONE}/policy`),
  route('RemovePermission', 'DELETE', `${ONE}/policy/{StatementId}`, 204),
  route('PutFunctionConcurrency', 'PUT', '/2017-10-31/functions/{FunctionName}/concurrency'),
  route('DeleteFunctionConcurrency', 'DELETE', '/2017-10-31/functions/{FunctionName}/concurrency', 204),
  route('GetFunctionConcurrency', 'GET', '/2019-09-30/functions/{FunctionName}/concurrency'),
  route('GetFunctionCodeSigningConfig', 'GET', '/2020-06-30/functions/{FunctionName}/code-signing-config'),
  route('ListTags', 'GET', '/2017-03-31/tags/{Resource}'),
  route('TagResource', 'POST', '/2017-03-31/tags/{Resource}', 204),
  route('UntagResource', 'DELETE', '/2017-03-31/tags/{Resource}', 204),
  route('DownloadCode', 'GET', '/_code/{Ticket}'),
];
