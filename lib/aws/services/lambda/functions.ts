import { z } from 'zod';
import type { FunctionSummary, FunctionVersion } from '@/lib/model/function';
import type { OperationCall } from '../../Service';
import { checkRevision } from './checkRevision';
import { configurationMembers, configurationOf } from './configurationInput';
import { functionNamed, invalid, readFunctionName } from './functionName';
import { functionShape } from './functionShape';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';
import { listed } from './listed';

const architectures = z.array(z.enum(['x86_64', 'arm64'])).length(1);
const zipOnly = 'Give the code as ZipFile: there is no bucket and no registry here';
const codeMembers = z.object({
  ZipFile: z.string(zipOnly),
  S3Bucket: z.undefined(zipOnly).optional(),
  ImageUri: z.undefined(zipOnly).optional(),
});
const createMembers = configurationMembers.extend({
  FunctionName: z.string(),
  Role: z.string('A function has a role'),
  Code: codeMembers,
  PackageType: z.enum(['Zip'], 'PackageType is Zip').optional(),
  Architectures: architectures.optional(),
  Publish: z.boolean().optional(),
  Tags: z.record(z.string(), z.string()).optional(),
});
const codeUpdate = codeMembers.extend({
  Architectures: architectures.optional(),
  Publish: z.boolean().optional(),
  DryRun: z.boolean().optional(),
  RevisionId: z.string().optional(),
});

/** The ARN that a body names, for policies. */
export async function resourceToCreate(call: OperationCall): Promise<string> {
  const { FunctionName } = await inputOf(call, z.object({ FunctionName: z.string() }));
  const { region, accountId } = call.door;
  return `arn:aws:lambda:${region}:${accountId}:function:${readFunctionName(FunctionName, call.door).functionName}`;
}

export const functions: LambdaRuns = {
  CreateFunction: async (call) => {
    const { Code, Tags, Publish, Architectures, FunctionName, ...rest } = await inputOf(call, createMembers);
    const { functionName } = readFunctionName(FunctionName, call.door);
    const { runtime, ...configuration } = configurationOf(rest);
    if (runtime === undefined)
      throw invalid('Runtime is mandatory for functions created with deployment packages.');
    if (configuration.handler === undefined)
      throw invalid('Handler is mandatory for functions created with deployment packages.');
    const [architecture] = Architectures ?? [];
    return call.door.control.together(async ({ functions: group }) => {
      const made = await group.create(call.actor, {
        ...configuration,
        ...{ functionName, runtime, code: { zipFile: Code.ZipFile } },
        ...(architecture !== undefined && { architecture }),
        ...(Tags !== undefined && { tags: Tags }),
      });
      if (!Publish) return functionShape(versionOf(made));
      return functionShape(await group.publishVersion(call.actor, functionName, {}));
    });
  },
  GetFunction: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    const { functions: group } = call.door.control;
    const found = await group.get(call.actor, functionName, qualifier);
    const ticket = await group.codeTicket(call.actor, functionName, qualifier);
    const Tags = await group.tags(call.actor, functionName);
    const concurrency = (await group.get(call.actor, functionName)).reservedConcurrency;
    return {
      Configuration: functionShape(versionOf(found)),
      Code: { RepositoryType: 'S3', Location: addressOf(call, ticket) },
      ...(Object.keys(Tags).length > 0 && { Tags }),
      ...(concurrency !== null && { Concurrency: { ReservedConcurrentExecutions: concurrency } }),
    };
  },
  GetFunctionConfiguration: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    return functionShape(
      versionOf(await call.door.control.functions.get(call.actor, functionName, qualifier)),
    );
  },
  ListFunctions: async (call) => {
    const all = await call.door.control.functions.list(call.actor);
    if (new URLSearchParams(call.request.query).get('FunctionVersion') !== 'ALL')
      return listed(call, 'Functions', all.map(versionOf), ({ functionName }) => functionName, functionShape);
    const versions: FunctionVersion[] = [];
    for (const { functionName } of all)
      versions.push(...(await call.door.control.functions.versions(call.actor, functionName)));
    return listed(call, 'Functions', versions, ({ functionArn }) => functionArn, functionShape);
  },
  UpdateFunctionConfiguration: async (call) => {
    const { functionName } = functionNamed(call);
    const input = await inputOf(call, configurationMembers);
    return call.door.control.together(async ({ functions: group }) => {
      checkRevision(versionOf(await group.get(call.actor, functionName)), input.RevisionId);
      return functionShape(
        versionOf(await group.updateConfiguration(call.actor, functionName, configurationOf(input))),
      );
    });
  },
  UpdateFunctionCode: async (call) => {
    const { functionName } = functionNamed(call);
    const { ZipFile, Publish, DryRun, RevisionId, Architectures } = await inputOf(call, codeUpdate);
    const [architecture] = Architectures ?? [];
    return call.door.control.together(async ({ functions: group }) => {
      const before = await group.get(call.actor, functionName);
      checkRevision(versionOf(before), RevisionId);
      if (DryRun) return functionShape(versionOf(before));
      if (architecture !== undefined)
        await group.updateConfiguration(call.actor, functionName, { architecture });
      const changed = await group.updateCode(call.actor, functionName, { zipFile: ZipFile });
      if (!Publish) return functionShape(versionOf(changed));
      return functionShape(await group.publishVersion(call.actor, functionName, {}));
    });
  },
  DeleteFunction: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    if (qualifier !== undefined)
      throw invalid('One version alone cannot be deleted here: it goes with its function');
    await call.door.control.functions.delete(call.actor, functionName);
  },
  /** Nothing signs code here, so no function has a configuration for it: AWS answers the name alone. */
  GetFunctionCodeSigningConfig: async (call) => {
    const { functionName } = functionNamed(call);
    await call.door.control.functions.get(call.actor, functionName);
    return { FunctionName: functionName };
  },
};

/** Without what the summary adds: the version as every other read has it. */
export function versionOf({
  aliases: _aliases,
  versions: _versions,
  usedBy: _usedBy,
  inlineCode: _code,
  ...version
}: FunctionSummary): FunctionVersion {
  return version;
}

/** The door's own: whoever has the address gets the zip, for ten minutes. */
function addressOf({ request }: OperationCall, ticket: string): string {
  return `http://${request.header('host') ?? 'localhost'}/_code/${ticket}`;
}
