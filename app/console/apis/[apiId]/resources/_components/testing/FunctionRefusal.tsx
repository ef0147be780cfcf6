'use client';

import { FunctionName, PermissionWarning } from '@/components/console/permissions/MissingNotice';
import { useWorkspace } from '../Workspace';
import { refusedFunction } from './refusedFunction';

/** What an integration names that calls in the name of who signed the call. */
const ofCaller = 'arn:aws:iam::*:user/*';

/** Why a function was not run, and, where its own policy decides, the button with which the next run is. */
export function FunctionRefusal({ log, role }: { log: string; role: string | undefined }) {
  const { functions } = useWorkspace();
  const arn = refusedFunction(log);
  if (arn === undefined) return null;
  // The policy of one that is elsewhere is not ours to change.
  const isHere = functions.some(({ functionArn }) => `${arn}:`.startsWith(`${functionArn}:`));
  return (
    <PermissionWarning functionArns={isHere && !role ? [arn] : []}>
      <FunctionName arn={arn} /> was not run: {role ? roleWords(role) : policyWords(isHere)}
    </PermissionWarning>
  );
}

const policyWords = (isHere: boolean) =>
  `its policy does not let this API invoke it${isHere ? '. Grant it, then run again.' : ', where it is.'}`;

const roleWords = (role: string) =>
  role === ofCaller
    ? 'the policies of who signed the call do not allow it lambda:InvokeFunction.'
    : `the integration calls it as ${role}, which has to be here, trust API Gateway and be allowed lambda:InvokeFunction on it.`;
