import type { Operation, OperationCall } from '../../Service';
import { aliases } from './aliases';
import { concurrency } from './concurrency';
import { downloadCode } from './downloadCode';
import { functions, resourceToCreate } from './functions';
import { functionResource, invoke, invokeWithResponseStream } from './invoke';
import { permissions } from './permissions';
import { routes } from './routes';
import { taggedFunction, tags } from './tags';
import { versions } from './versions';

const runs = { ...functions, ...versions, ...aliases, ...permissions, ...concurrency, ...tags };

/** Whose resource is not the function that the path names. */
const resources: Record<string, Operation['resource']> = {
  CreateFunction: resourceToCreate,
  ListFunctions: () => '*',
  ListTags: tagResource,
  TagResource: tagResource,
  UntagResource: tagResource,
};

/**
 * Policies are asked for the operation's own name, on the function, with its version or alias where one is named
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html).
 */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['Invoke', { action: 'lambda:InvokeFunction', resource: functionResource, run: invoke }],
  [
    'InvokeWithResponseStream',
    { action: 'lambda:InvokeFunction', resource: functionResource, run: invokeWithResponseStream },
  ],
  ['DownloadCode', { action: 'unsigned', run: downloadCode }],
  ...routes.flatMap(({ operation }) => rowOf(operation)),
]);

function rowOf(operation: string): [string, Operation][] {
  const run = runs[operation];
  if (!run) return [];
  const resource = resources[operation] ?? functionResource;
  return [[operation, { action: `lambda:${operation}`, resource, run }]];
}

function tagResource(call: OperationCall): string {
  const { region, accountId } = call.door;
  return `arn:aws:lambda:${region}:${accountId}:function:${taggedFunction(call)}`;
}
