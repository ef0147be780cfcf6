import type { DomainName } from '@/lib/model/domainName';
import { epochSeconds } from './epochSeconds';
import { optional } from './methodShape';

/**
 * AWS's DomainName. The name that a CNAME record points to stands under the endpoint's type; there is no hosted zone
 * of Route 53 here, and so none is told.
 */
export function domainNameShape(one: DomainName, domainNameArn: string) {
  const { endpointConfiguration, targetDomainName, certificateUploadDate } = one;
  const { types } = endpointConfiguration;
  return {
    domainName: one.domainName,
    domainNameArn,
    ...optional({
      certificateName: one.certificateName,
      certificateArn: one.certificateArn,
      regionalCertificateName: one.regionalCertificateName,
      regionalCertificateArn: one.regionalCertificateArn,
      ownershipVerificationCertificateArn: one.ownershipVerificationCertificateArn,
      endpointAccessMode: one.endpointAccessMode,
    }),
    ...(certificateUploadDate !== undefined && {
      certificateUploadDate: epochSeconds(certificateUploadDate),
    }),
    ...(types.includes('EDGE') && { distributionDomainName: targetDomainName }),
    ...(types.includes('REGIONAL') && { regionalDomainName: targetDomainName }),
    endpointConfiguration,
    domainNameStatus: 'AVAILABLE',
    securityPolicy: one.securityPolicy,
    routingMode: one.routingMode,
  };
}
