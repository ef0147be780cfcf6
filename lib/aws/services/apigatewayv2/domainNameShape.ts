import type { DomainName, DomainNameSettings } from '@/lib/model/domainName';
import { given } from '../apigateway/given';
import { isoDate } from './isoDate';

/** V2's words for the two ways to an API; V1 says base path mapping. */
export const routingModeOf = {
  API_MAPPING_ONLY: 'BASE_PATH_MAPPING_ONLY',
  ROUTING_RULE_ONLY: 'ROUTING_RULE_ONLY',
  ROUTING_RULE_THEN_API_MAPPING: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
} as const;
type V2RoutingMode = keyof typeof routingModeOf;

/** AWS's V2 DomainName; there is no hosted zone of Route 53 here, and so none is told. */
export function domainNameShape(one: DomainName, domainNameArn: string) {
  return {
    domainName: one.domainName,
    domainNameArn,
    apiMappingSelectionExpression: '$request.basepath',
    domainNameConfigurations: one.endpointConfiguration.types.map((type) => configuration(one, type)),
    routingMode: one.routingMode.replace('BASE_PATH_MAPPING', 'API_MAPPING'),
  };
}

function configuration(one: DomainName, endpointType: string) {
  const { certificateUploadDate } = one;
  return {
    apiGatewayDomainName: one.targetDomainName,
    ...given(certificateOf(one, endpointType)),
    ...given({ ownershipVerificationCertificateArn: one.ownershipVerificationCertificateArn }),
    ...(certificateUploadDate !== undefined && { certificateUploadDate: isoDate(certificateUploadDate) }),
    domainNameStatus: 'AVAILABLE',
    endpointType,
    ipAddressType: one.endpointConfiguration.ipAddressType,
    securityPolicy: one.securityPolicy,
  };
}

function certificateOf(one: DomainNameSettings, endpointType: string) {
  return endpointType === 'EDGE'
    ? { certificateArn: one.certificateArn, certificateName: one.certificateName }
    : { certificateArn: one.regionalCertificateArn, certificateName: one.regionalCertificateName };
}
