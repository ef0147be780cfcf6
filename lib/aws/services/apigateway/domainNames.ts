import { z } from 'zod';
import { isControlError } from '@/lib/model/ControlError';
import { type DomainName, endpointAccessModes, routingModes, securityPolicies } from '@/lib/model/domainName';
import { endpointTypes } from '@/lib/model/restApi';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { domainNamePatch, draftOf, refuseAddWithRemove, settingsOf } from './domainNamePatch';
import { domainNameShape } from './domainNameShape';
import { found } from './found';
import { given } from './given';
import { inputOf } from './inputOf';
import { paged } from './paged';
import { applyPatch, readPatch } from './patch';
import type { Runs } from './Runs';
import { arnOf, withNewTags, withTags, withTagsOfAll } from './tagsOf';

/** Only private names have an id, and there are none. */
const domainAddress = z.object({
  domain_name: z.string(),
  domainNameId: z
    .string()
    .nullish()
    .transform((id) => id || undefined),
});
const owner = z.object({ resourceOwner: z.enum(['SELF', 'OTHER_ACCOUNTS']).default('SELF') });
const text = z.string().nullish();
const members = z.object({
  domainName: z.string().default(''),
  certificateName: text,
  certificateArn: text,
  certificateBody: text,
  regionalCertificateName: text,
  regionalCertificateArn: text,
  ownershipVerificationCertificateArn: text,
  endpointConfiguration: z
    .object({
      types: z.array(z.enum(endpointTypes)).nullish(),
      ipAddressType: z.enum(['ipv4', 'dualstack']).nullish(),
    })
    .nullish(),
  securityPolicy: z.enum(securityPolicies).nullish(),
  endpointAccessMode: z.enum(endpointAccessModes).nullish(),
  mutualTlsAuthentication: z.object({}).nullish(),
  policy: text,
  routingMode: z.enum(routingModes).nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/**
 * A name that is taken is V1's BadRequestException, as botocore showed it
 * (`An error occurred (BadRequestException) when calling the CreateDomainName operation: The domain name you provided
 * already exists.`), and V2's ConflictException, as its reference has it (409, `The resource already exists`).
 */
function takenName(error: unknown): never {
  if (isControlError(error) && error.code === 'ConflictException' && error.fields[0]?.field === 'domainName')
    throw new AwsError('BadRequestException', error.message);
  throw error;
}

export const domainNames: Runs = {
  CreateDomainName: async (call) => {
    const { tags, domainName, endpointConfiguration, ...input } = await inputOf(call, members);
    const { types, ipAddressType } = endpointConfiguration ?? {};
    const endpoint = { types: types ?? ['EDGE' as const], ...given({ ipAddressType }) };
    return call.door.control.together(async (control) => {
      const made = await control.domainNames
        .create(call.actor, { domainName, ...given(input), endpointConfiguration: endpoint })
        .catch(takenName);
      return withNewTags(call, control, pathOf(made), tags, shapeIn(call)(made));
    });
  },
  GetDomainNames: async (call) => {
    const { resourceOwner } = await inputOf(call, owner);
    const all = resourceOwner === 'SELF' ? await call.door.control.domainNames.list(call.actor) : [];
    const page = paged(
      call,
      all,
      ({ domainName }) => domainName,
      (each) => each,
    );
    return { ...page, item: await withTagsOfAll(call, page.item, pathOf, shapeIn(call)) };
  },
  GetDomainName: async (call) => {
    const name = await domainNameOf(call);
    const { control } = call.door;
    const one = await control.domainNames.get(call.actor, name);
    return withTags(call, control, pathOf(one), shapeIn(call)(one));
  },
  UpdateDomainName: async (call) => {
    const name = await domainNameOf(call);
    const operations = await readPatch(call);
    refuseAddWithRemove(operations);
    return call.door.control.together(async (control) => {
      const before = await control.domainNames.get(call.actor, name);
      const draft = applyPatch(draftOf(before), operations, domainNamePatch);
      const after = await control.domainNames.update(call.actor, name, settingsOf(draft));
      return withTags(call, control, pathOf(after), shapeIn(call)(after));
    });
  },
  DeleteDomainName: async (call) => {
    await call.door.control.domainNames.delete(call.actor, await domainNameOf(call));
  },
};

const pathOf = ({ domainName }: Pick<DomainName, 'domainName'>) => `domainnames/${domainName}`;

const shapeIn = (call: OperationCall) => (one: DomainName) => domainNameShape(one, arnOf(call, pathOf(one)));

/** The public domain name that a path names. @throws AwsError NotFoundException for a private one */
export async function domainNameOf(call: OperationCall): Promise<string> {
  const { domain_name: name, domainNameId } = await inputOf(call, domainAddress);
  return found(domainNameId === undefined ? name : undefined, 'Invalid domain name identifier specified');
}
