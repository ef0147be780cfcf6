'use client';

import { invokedArn, readFunctionArn } from '../functionUri';
import { TextBlock } from '../TextBlock';
import { useApiPermissions } from './ApiPermissions';
import { apiStatement, chosenArns, permissionCommand } from './apiStatement';
import { FunctionName } from './MissingNotice';

/**
 * Below a function picker: that saving lets the API invoke the function, with the statement behind it. Of a function
 * that the stage chooses, the commands that let it, as AWS's console has them.
 * @param props.isHere whether it is a function of this installation
 */
export function PermissionLine({ uri, isHere }: { uri: string; isHere: boolean }) {
  const permissions = useApiPermissions();
  const arn = invokedArn(uri) ?? uri;
  if (arn.includes('${')) return permissions && readFunctionArn(arn) ? <Commands arn={arn} /> : null;
  if (!isHere) return null;
  if (!permissions)
    return (
      <p className="text-muted text-small">
        Creating it lets the new API invoke <FunctionName arn={arn} />.
      </p>
    );
  return (
    <details className="text-small">
      <summary className="cursor-pointer text-muted">
        Saving lets this API invoke <FunctionName arn={arn} />
      </summary>
      <div className="mt-2 grid gap-2">
        <TextBlock label="Statement" text={JSON.stringify(apiStatement(arn, permissions.apiId), null, 2)} />
        <p className="text-muted">
          Goes into the function’s policy, unless a statement there lets the API already.
        </p>
      </div>
    </details>
  );
}

function Commands({ arn }: { arn: string }) {
  const permissions = useApiPermissions();
  if (!permissions) return null;
  const { apiId, awsEndpoint, stageVariables } = permissions;
  const commands = chosenArns(arn, stageVariables).map((each) => permissionCommand(each, apiId, awsEndpoint));
  return (
    <details className="text-small">
      <summary className="cursor-pointer text-muted">
        Each function that a stage chooses has to let this API invoke it
      </summary>
      <div className="mt-2">
        <TextBlock label="Command" text={commands.join('\n\n')} />
      </div>
    </details>
  );
}
