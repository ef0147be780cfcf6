import { z } from 'zod';
import { type DomainName, type DomainNameSettingsInput, securityPolicies } from '@/lib/model/domainName';
import type { OperationCall } from '../../Service';
import { given } from '../apigateway/given';
import type { Runs } from '../apigateway/Runs';
import { arnOf, withNewTags, withTags, withTagsOfAll } from '../apigateway/tagsOf';
import { domainNameShape, routingModeOf } from './domainNameShape';
import { bodyOf, label } from './inputOf';
import { paged } from './paged';

const text = z.string().optional();
const configuration = z.object({
  certificateArn: text,
  certificateName: text,
  endpointType: z.enum(['REGIONAL', 'EDGE']).default('REGIONAL'),
  ipAddressType: z.enum(['ipv4', 'dualstack']).optional(),
  securityPolicy: z.enum(securityPolicies).optional(),
  ownershipVerificationCertificateArn: text,
});
const settings = z.object({
  domainNameConfigurations: z.array(configuration).optional(),
  /** an empty URI turns it off */
  mutualTlsAuthentication: z
    .object({ truststoreUri: text })
    .refine(({ truststoreUri = '' }) => truststoreUri === '', 'Mutual TLS is not supported')
    .optional(),
  routingMode: z.enum(['API_MAPPING_ONLY', 'ROUTING_RULE_ONLY', 'ROUTING_RULE_THEN_API_MAPPING']).optional(),
});
const members = settings.extend({
  domainName: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
});

/** Custom domain names: V1's own, in V2's words. Each configuration is one endpoint type with its certificate. */
export const domainNames: Runs = {
  CreateDomainName: async (call) => {
    const { tags, domainName, ...sent } = await bodyOf(call, members);
    const wanted = {
      ...sent,
      domainNameConfigurations: sent.domainNameConfigurations ?? [configuration.parse({})],
    };
    return call.door.control.together(async (control) => {
      const made = await control.domainNames.create(call.actor, {
        domainName,
        ...settingsOf(wanted),
      });
      return withNewTags(call, control, pathOf(made), tags, shapeIn(call)(made));
    });
  },
  GetDomainNames: async (call) => {
    const all = await call.door.control.domainNames.list(call.actor);
    const page = paged(
      call,
      all,
      ({ domainName }) => domainName,
      (one) => one,
    );
    return { ...page, items: await withTagsOfAll(call, page.items, pathOf, shapeIn(call)) };
  },
  GetDomainName: async (call) => {
    const { control } = call.door;
    const one = await control.domainNames.get(call.actor, nameOf(call));
    return withTags(call, control, pathOf(one), shapeIn(call)(one));
  },
  UpdateDomainName: async (call) => {
    const sent = await bodyOf(call, settings);
    return call.door.control.together(async (control) => {
      const before = await control.domainNames.get(call.actor, nameOf(call));
      const next = { ...keptOf(before, sent.domainNameConfigurations !== undefined), ...settingsOf(sent) };
      const after = await control.domainNames.update(call.actor, nameOf(call), next);
      return withTags(call, control, pathOf(after), shapeIn(call)(after));
    });
  },
  DeleteDomainName: (call) => call.door.control.domainNames.delete(call.actor, nameOf(call)),
};

const nameOf = (call: OperationCall) => label(call, 'domainName');
const pathOf = ({ domainName }: Pick<DomainName, 'domainName'>) => `domainnames/${domainName}`;
const shapeIn = (call: OperationCall) => (one: DomainName) => domainNameShape(one, arnOf(call, pathOf(one)));

/** The members that were sent, as V1's settings have them. */
function settingsOf({
  domainNameConfigurations: configurations,
  routingMode,
}: Pick<z.infer<typeof settings>, 'domainNameConfigurations' | 'routingMode'>): DomainNameSettingsInput {
  const [first] = configurations ?? [];
  return {
    ...given({ routingMode: routingMode && routingModeOf[routingMode] }),
    ...Object.assign({}, ...(configurations ?? []).map(certificates)),
    ...(configurations && {
      endpointConfiguration: {
        types: configurations.map(({ endpointType }) => endpointType),
        ...given({ ipAddressType: first?.ipAddressType }),
      },
      ...given({ securityPolicy: first?.securityPolicy }),
    }),
  };
}

function certificates({
  endpointType,
  certificateArn,
  certificateName,
  ownershipVerificationCertificateArn,
}: z.infer<typeof configuration>) {
  const own =
    endpointType === 'EDGE'
      ? { certificateArn, certificateName }
      : { regionalCertificateArn: certificateArn, regionalCertificateName: certificateName };
  return given({ ...own, ownershipVerificationCertificateArn });
}

/** What an update keeps: all, or, where new configurations come, what they do not say. */
function keptOf(before: DomainName, isReplaced: boolean): DomainNameSettingsInput {
  const { routingMode, securityPolicy, endpointAccessMode } = before;
  const kept = given({ routingMode, securityPolicy, endpointAccessMode });
  if (isReplaced) return kept;
  return {
    ...kept,
    endpointConfiguration: before.endpointConfiguration,
    ...given({
      certificateArn: before.certificateArn,
      certificateName: before.certificateName,
      regionalCertificateArn: before.regionalCertificateArn,
      regionalCertificateName: before.regionalCertificateName,
      ownershipVerificationCertificateArn: before.ownershipVerificationCertificateArn,
    }),
  };
}
