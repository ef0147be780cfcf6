import type { FunctionVersion } from '@/lib/model/function';
import { AwsError } from '../../AwsError';
import { revisionId } from './functionShape';

/** @throws AwsError PreconditionFailedException when what is to be changed is not what its caller has read */
export function checkRevision(parts: FunctionVersion | object, wanted: string | undefined): void {
  if (wanted === undefined || wanted === revisionId(parts)) return;
  throw new AwsError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    412,
  );
}
