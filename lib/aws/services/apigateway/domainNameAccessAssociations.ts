import { z } from 'zod';
import { AwsError } from '../../AwsError';
import { found } from './found';
import { inputOf } from './inputOf';
import { paged } from './paged';
import type { Runs } from './Runs';

const members = z.object({
  domainNameArn: z.string().default(''),
  accessAssociationSourceType: z.enum(['VPCE']),
  accessAssociationSource: z.string().default(''),
});
const UNKNOWN = 'Invalid domain name access association identifier specified';

/** They let VPC endpoints into private domain names, and CreateDomainName makes none: there is nothing to associate. */
export const domainNameAccessAssociations: Runs = {
  CreateDomainNameAccessAssociation: async (call) => {
    const { domainNameArn } = await inputOf(call, members);
    const [, name] = /:\/domainnames\/([^/+]+)/.exec(domainNameArn) ?? [];
    await call.door.control.domainNames.get(
      call.actor,
      found(name, 'Invalid domain name identifier specified'),
    );
    throw new AwsError(
      'BadRequestException',
      'Only a private custom domain name has access associations, and private custom domain names are not supported',
    );
  },
  GetDomainNameAccessAssociations: async (call) =>
    paged(
      call,
      [],
      () => '',
      (each) => each,
    ),
  DeleteDomainNameAccessAssociation: async () => found(undefined, UNKNOWN),
  RejectDomainNameAccessAssociation: async () => found(undefined, UNKNOWN),
};
