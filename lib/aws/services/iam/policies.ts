import { createHash } from 'node:crypto';
import { isAwsManaged, type ManagedPolicy } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { optional, required } from '../../protocols/queryInput';
import { allPolicies, namedPolicy, policyToMake } from './arns';
import type { IamRuns } from './IamRuns';
import { listed } from './listed';
import { policyNamed, written } from './policyNamed';

/** A policy has one version here, which replacing it in the console replaces. */
const ONLY_VERSION = 'v1';

export const policies: IamRuns = {
  CreatePolicy: {
    resource: policyToMake,
    run: async ({ input, door, actor }) => {
      const path = optional(input, 'Path') ?? '/';
      if (path !== '/') throw new AwsError('ValidationError', 'The path of a policy is / here');
      const description = optional(input, 'Description');
      const policy = await door.control.identity.createPolicy(actor, required(input, 'PolicyName'), {
        document: required(input, 'PolicyDocument'),
        ...(description !== undefined && { description }),
      });
      return { Policy: policyShape(policy) };
    },
  },
  GetPolicy: {
    resource: namedPolicy,
    run: async (call) => ({ Policy: policyShape(await policyNamed(call)) }),
  },
  GetPolicyVersion: {
    resource: namedPolicy,
    run: async (call) => {
      const policy = await policyNamed(call);
      const version = required(call.input, 'VersionId');
      if (version !== ONLY_VERSION)
        throw new AwsError('NoSuchEntity', `Policy ${policy.arn} version ${version} does not exist.`, 404);
      return { PolicyVersion: { Document: written(policy.document), ...versionShape(policy) } };
    },
  },
  ListPolicyVersions: {
    resource: namedPolicy,
    run: async (call) => ({ Versions: [versionShape(await policyNamed(call))], IsTruncated: false }),
  },
  ListPolicies: {
    resource: allPolicies,
    run: async (call) => {
      const scope = optional(call.input, 'Scope') ?? 'All';
      const attached = optional(call.input, 'OnlyAttached') === 'true';
      const all = await call.door.control.identity.policies(call.actor);
      const asked = all.filter(
        ({ arn, attachedTo }) =>
          (scope === 'All' || isAwsManaged(arn) === (scope === 'AWS')) &&
          (!attached || attachedTo.length > 0),
      );
      return listed(call, 'Policies', asked, ({ arn }) => arn, policyShape);
    },
  },
  DeletePolicy: {
    resource: namedPolicy,
    run: async (call) => {
      const { policyName } = await policyNamed(call);
      await call.door.control.identity.deletePolicy(call.actor, policyName);
    },
  },
};

const versionShape = ({ createdDate }: ManagedPolicy) => ({
  VersionId: ONLY_VERSION,
  IsDefaultVersion: true,
  CreateDate: new Date(createdDate),
});

function policyShape({ policyName, arn, description, createdDate, attachedTo }: ManagedPolicy) {
  return {
    PolicyName: policyName,
    PolicyId: policyId(arn),
    Arn: arn,
    Path: arn.slice(arn.indexOf('/'), arn.lastIndexOf('/') + 1),
    DefaultVersionId: ONLY_VERSION,
    AttachmentCount: attachedTo.length,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    Description: description,
    CreateDate: new Date(createdDate),
    UpdateDate: new Date(createdDate),
  };
}

/** In the form of AWS's: made of the ARN, which is as unique. */
function policyId(arn: string): string {
  const letters = createHash('sha256')
    .update(arn)
    .digest('base64')
    .toUpperCase()
    .replace(/[^A-Z2-7]/g, '');
  return `ANPA${letters.slice(0, 17)}`;
}
