import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import type { FunctionAlias } from '@/lib/model/function';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { checkRevision } from './checkRevision';
import { functionNamed } from './functionName';
import { revisionId } from './functionShape';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';
import { listed } from './listed';

const members = z.object({
  FunctionVersion: z.string().optional(),
  Description: z.string().optional(),
  RevisionId: z.string().optional(),
  RoutingConfig: z
    .object({
      AdditionalVersionWeights: z.record(z.string(), z.never('An alias names one version here')).optional(),
    })
    .optional(),
});
const createMembers = members.extend({ Name: z.string(), FunctionVersion: z.string() });

export const aliases: LambdaRuns = {
  CreateAlias: async (call) => {
    const { functionName } = functionNamed(call);
    const { Name, FunctionVersion, Description } = await inputOf(call, createMembers);
    return call.door.control.together(async ({ functions }) => {
      const { aliases: present } = await functions.get(call.actor, functionName);
      if (present.some(({ name }) => name === Name))
        throw new AwsError('ResourceConflictException', `Alias already exists: ${arnOf(call, Name)}`, 409);
      const input = descriptionOf(Description, { functionVersion: FunctionVersion });
      return aliasShape(call, await functions.putAlias(call.actor, functionName, Name, input));
    });
  },
  GetAlias: async (call) => aliasShape(call, await aliasNamed(call, call.door.control)),
  ListAliases: async (call) => {
    const { functionName } = functionNamed(call);
    const { aliases: all } = await call.door.control.functions.get(call.actor, functionName);
    const version = new URLSearchParams(call.request.query).get('FunctionVersion');
    const asked = all.filter(({ functionVersion }) => version === null || functionVersion === version);
    return listed(
      call,
      'Aliases',
      asked,
      ({ name }) => name,
      (alias) => aliasShape(call, alias),
    );
  },
  UpdateAlias: async (call) => {
    const { functionName } = functionNamed(call);
    const { FunctionVersion, Description, RevisionId } = await inputOf(call, members);
    return call.door.control.together(async (control) => {
      const before = await aliasNamed(call, control);
      checkRevision(before, RevisionId);
      const input = descriptionOf(Description ?? before.description, {
        functionVersion: FunctionVersion ?? before.functionVersion,
      });
      return aliasShape(call, await control.functions.putAlias(call.actor, functionName, before.name, input));
    });
  },
  /** AWS answers 204 where there is none too. */
  DeleteAlias: async (call) => {
    const { functionName } = functionNamed(call);
    await call.door.control.together(async ({ functions }) => {
      const { aliases: present } = await functions.get(call.actor, functionName);
      const name = String(call.input.Name);
      if (present.some((alias) => alias.name === name))
        await functions.deleteAlias(call.actor, functionName, name);
    });
  },
};

async function aliasNamed(call: OperationCall, control: Control): Promise<FunctionAlias> {
  const { functionName } = functionNamed(call);
  const { aliases: all } = await control.functions.get(call.actor, functionName);
  const name = String(call.input.Name);
  const found = all.find((alias) => alias.name === name);
  if (!found)
    throw new AwsError('ResourceNotFoundException', `Cannot find alias arn: ${arnOf(call, name)}`, 404);
  return found;
}

function descriptionOf<Input>(description: string | undefined, input: Input) {
  return { ...input, ...(description && { description }) };
}

function aliasShape(call: OperationCall, alias: FunctionAlias) {
  return {
    AliasArn: arnOf(call, alias.name),
    Name: alias.name,
    FunctionVersion: alias.functionVersion,
    Description: alias.description ?? '',
    RevisionId: revisionId(alias),
  };
}

function arnOf(call: OperationCall, alias: string): string {
  const { region, accountId } = call.door;
  return `arn:aws:lambda:${region}:${accountId}:function:${functionNamed(call).functionName}:${alias}`;
}
