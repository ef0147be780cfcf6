import type { DomainName, DomainNameSettingsInput } from '@/lib/model/domainName';
import { AwsError } from '../../AwsError';
import { filledIn } from './given';
import type { PatchOperation, PatchRule, PatchTable } from './patch';
import { text } from './patchRules';

/** Texts as they were sent: the control plane refuses, with its sentence, what is none of AWS's. */
export interface DomainNameDraft {
  certificateArn: string;
  certificateName: string;
  regionalCertificateArn: string;
  regionalCertificateName: string;
  ownershipVerificationCertificateArn: string;
  types: string[];
  ipAddressType: string;
  securityPolicy: string;
  endpointAccessMode: string;
  routingMode: string;
}

const certificate = (
  member:
    | 'certificateArn'
    | 'certificateName'
    | 'regionalCertificateArn'
    | 'regionalCertificateName'
    | 'ownershipVerificationCertificateArn',
): PatchRule<DomainNameDraft> => ({
  path: `/${member}`,
  ops: ['add', 'replace', 'remove'],
  apply: (draft, { op, value }) => {
    draft[member] = op === 'remove' ? '' : value;
  },
});

/** What AWS has here and the gateway does not do is told, not kept. */
const refused = (path: string, ops: PatchRule<DomainNameDraft>['ops'], message: string) => ({
  path,
  ops,
  apply: () => {
    throw new AwsError('BadRequestException', message);
  },
});

const privateOnly = 'Only a private custom domain name has a policy';
const noMutualTls = 'Mutual TLS is not supported';

/** Reference section 5. */
export const domainNamePatch: PatchTable<DomainNameDraft> = {
  style: 'names path',
  rules: [
    certificate('certificateArn'),
    certificate('certificateName'),
    certificate('regionalCertificateArn'),
    certificate('regionalCertificateName'),
    certificate('ownershipVerificationCertificateArn'),
    {
      path: '/endpointConfiguration/types',
      ops: ['add', 'remove'],
      apply: (draft, { op, value }) => {
        const others = draft.types.filter((type) => type !== value);
        draft.types = op === 'add' ? [...others, value] : others;
      },
    },
    // Widely used beside AWS's table: an index stands for the one type that there is.
    {
      path: '/endpointConfiguration/types/{index}',
      ops: ['replace'],
      apply: (draft, { value }) => {
        draft.types = [value];
      },
    },
    text('/endpointConfiguration/ipAddressType', 'ipAddressType'),
    text('/endpointAccessMode', 'endpointAccessMode'),
    text('/securityPolicy', 'securityPolicy'),
    text('/routingMode', 'routingMode'),
    refused('/policy', ['replace'], privateOnly),
    refused('/managementPolicy', ['replace'], privateOnly),
    refused('/mutualTlsAuthentication/truststoreUri', ['add', 'replace', 'remove'], noMutualTls),
    refused('/mutualTlsAuthentication/truststoreVersion', ['add', 'replace', 'remove'], noMutualTls),
  ],
};

/**
 * AWS adds and removes a certificate, or a type, in two requests.
 * @throws AwsError BadRequestException
 */
export function refuseAddWithRemove(operations: readonly PatchOperation[]): void {
  const moving = /^\/(regionalC|c)ertificate(Arn|Name)$|^\/endpointConfiguration\/types$/;
  const ops = new Set(operations.filter(({ path }) => moving.test(path)).map(({ op }) => op));
  if (!ops.has('add') || !ops.has('remove')) return;
  throw new AwsError(
    'BadRequestException',
    'Add and remove operations on certificates and endpoint types cannot be in one request',
  );
}

export function draftOf(one: DomainName): DomainNameDraft {
  const { types, ipAddressType } = one.endpointConfiguration;
  return {
    certificateArn: one.certificateArn ?? '',
    certificateName: one.certificateName ?? '',
    regionalCertificateArn: one.regionalCertificateArn ?? '',
    regionalCertificateName: one.regionalCertificateName ?? '',
    ownershipVerificationCertificateArn: one.ownershipVerificationCertificateArn ?? '',
    types: [...types],
    ipAddressType,
    securityPolicy: one.securityPolicy,
    endpointAccessMode: one.endpointAccessMode ?? '',
    routingMode: one.routingMode,
  };
}

export function settingsOf({ types, ipAddressType, ...draft }: DomainNameDraft): DomainNameSettingsInput {
  const settings = { ...filledIn(draft), endpointConfiguration: { types, ipAddressType } };
  return settings as DomainNameSettingsInput;
}
