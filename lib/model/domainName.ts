import { z } from 'zod';
import { endpointTypes } from './restApi';

/**
 * Longest DNS name (RFC 1035 2.3.4), its labels (RFC 1123 2.1); a `*` may stand for the first of three labels or more.
 * A single label is refused by AWS, whose names are public; beside a gateway of one's own it is how a container is
 * called by its service name (https://docs.docker.com/compose/how-tos/networking/). The last label begins with a
 * letter, or it could be an IP address; `localhost` is the gateway itself.
 */
const domainNameText = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'A domain name is at most 253 characters')
  .regex(
    /^(\*\.(?=.*\.))?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'A domain name is the name of a host, e.g. api.example.com, *.example.com or gateway',
  )
  .refine((name) => name !== 'localhost', 'localhost is the name of the gateway itself')
  .refine(
    (name) => !`.${name}`.includes('.execute-api.'),
    'Names of execute-api are those of the APIs themselves',
  );

const certificateArn = z
  .string()
  .max(2048)
  .regex(/^arn:[\w-]+:(acm|iam):/, 'Invalid certificate ARN: it names no certificate');
const certificateName = z.string().max(1024);

export const securityPolicies = [
  'TLS_1_0',
  'TLS_1_2',
  'SecurityPolicy_TLS13_1_3_2025_09',
  'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
  'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_2021_06',
  'SecurityPolicy_TLS13_2025_EDGE',
  'SecurityPolicy_TLS12_PFS_2025_EDGE',
  'SecurityPolicy_TLS12_2018_EDGE',
] as const;
export const endpointAccessModes = ['BASIC', 'STRICT'] as const;
/** Whether calls follow base path mappings, routing rules, or the mappings once no rule fits. */
export const routingModes = [
  'BASE_PATH_MAPPING_ONLY',
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
] as const;

export type RoutingMode = (typeof routingModes)[number];

const endpointConfiguration = z.object({
  /** two while a domain name moves from one type to the other */
  types: z
    .array(z.enum(endpointTypes, 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'))
    .min(1, 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.')
    .refine((types) => !types.includes('PRIVATE'), 'Private custom domain names are not supported')
    .refine((types) => new Set(types).size === types.length, 'An endpoint type is named twice'),
  ipAddressType: z
    .enum(['ipv4', 'dualstack'], 'ipAddressType must be either ipv4 or dualstack.')
    .default('ipv4'),
});

/** For what AWS has and this gateway does not do: it must not be taken for done. */
const absent = (message: string) =>
  z
    .unknown()
    .optional()
    .refine((value) => value === undefined, message);

const settings = z.object({
  /** of an edge-optimized name */
  certificateArn: certificateArn.optional(),
  certificateName: certificateName.optional(),
  regionalCertificateArn: certificateArn.optional(),
  regionalCertificateName: certificateName.optional(),
  ownershipVerificationCertificateArn: certificateArn.optional(),
  endpointConfiguration: endpointConfiguration.default({ types: ['EDGE'], ipAddressType: 'ipv4' }),
  securityPolicy: z.enum(securityPolicies).default('TLS_1_2'),
  endpointAccessMode: z.enum(endpointAccessModes).optional(),
  routingMode: z
    .enum(routingModes, `Invalid routing mode specified. Valid values are ${routingModes.join(', ')}`)
    .default('BASE_PATH_MAPPING_ONLY'),
});

/** AWS: the newer policies only with an endpoint access mode, the older ones only without. */
const agree = ({ securityPolicy, endpointAccessMode }: z.output<typeof settings>) =>
  securityPolicy.startsWith('SecurityPolicy_') === (endpointAccessMode !== undefined);
const agreeMessage = {
  message:
    'A security policy that begins with SecurityPolicy_ needs an endpoint access mode, and others have none',
  path: ['endpointAccessMode'],
};

export const domainNameSettings = settings.refine(agree, agreeMessage);
export type DomainNameSettings = z.output<typeof settings>;
export type DomainNameSettingsInput = z.input<typeof settings>;

export const domainNameInput = settings
  .extend({
    domainName: domainNameText,
    certificateBody: absent('A certificate is named by its ARN; it cannot be uploaded with its domain name'),
    mutualTlsAuthentication: absent('Mutual TLS is not supported'),
    policy: absent('Only a private custom domain name has a policy'),
  })
  .refine(agree, agreeMessage)
  .refine(({ endpointConfiguration: { types } }) => types.length === 1, {
    message: 'Cannot create a domain name with multiple Endpoint Types.',
    path: ['endpointConfiguration', 'types'],
  });
export type DomainNameInput = z.input<typeof domainNameInput>;

export interface DomainName extends DomainNameSettings {
  domainName: string;
  /** what the name's CNAME record is to point to */
  targetDomainName: string;
  /** the gateway's origin, e.g. http://localhost:8080: answers what is sent with the name as its Host */
  gatewayUrl: string;
  /** ms since the epoch: when its newest certificate was named; absent: none is */
  certificateUploadDate?: number;
  createdDate: number;
}

export const basePathMappingInput = z.object({
  /** '' and `(none)`: whatever no other base path fits */
  basePath: z
    .string()
    .max(300, 'A base path is at most 300 characters')
    .transform((text) => (text === '(none)' ? '' : text))
    .refine(
      (text) => !text.includes('/'),
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
    )
    .refine(
      (text) => /^[A-Za-z0-9$_.+!*'()/-]*$/.test(text),
      "A base path has only letters, digits and $-_.+!*'()",
    )
    .default(''),
  restApiId: z.string(),
  /** '': the path's next part names the stage */
  stage: z.string().default(''),
});
export type BasePathMappingInput = z.input<typeof basePathMappingInput>;

export interface BasePathMapping {
  /** '' for AWS's `(none)` */
  basePath: string;
  restApiId: string;
  stage: string;
}

/** A base path with the name that it is below. */
export interface DomainNameMapping extends BasePathMapping {
  domainName: string;
}
