'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ApiKind } from '@/components/console/places';
import type {
  BasePathMapping,
  BasePathMappingInput,
  DomainNameInput,
  RoutingMode,
} from '@/lib/model/domainName';
import type { ApiMapping } from '@/lib/model/v2/apiMapping';
import type { RoutingRuleInput } from '@/lib/model/v2/routingRule';
import { control } from '@/lib/runtime/slot';
import { type EndpointTypes, typesOf } from './_components/endpointTypes';

const refresh = () => revalidatePath('/console', 'layout');

export const createDomainName = action(
  async (actor, input: { domainName: DomainNameInput['domainName']; endpoint: EndpointTypes }) => {
    const endpointConfiguration = { types: typesOf(input.endpoint) };
    const made = await control().domainNames.create(actor, {
      domainName: input.domainName,
      endpointConfiguration,
    });
    refresh();
    return made;
  },
);

/** All other settings stay as they are now, also where another tool changed them since the page was read. */
export const setEndpointType = action(
  async (actor, { domainName, endpoint }: { domainName: string; endpoint: EndpointTypes }) => {
    const saved = await control().together(async ({ domainNames }) => {
      const { endpointConfiguration: before, ...settings } = await domainNames.get(actor, domainName);
      const endpointConfiguration = { ...before, types: typesOf(endpoint) };
      return domainNames.update(actor, domainName, { ...settings, endpointConfiguration });
    });
    refresh();
    return saved;
  },
);

/** The same of the routing mode. */
export const setRoutingMode = action(
  async (actor, { domainName, routingMode }: { domainName: string; routingMode: RoutingMode }) => {
    const saved = await control().together(async ({ domainNames }) => {
      const settings = await domainNames.get(actor, domainName);
      return domainNames.update(actor, domainName, { ...settings, routingMode });
    });
    refresh();
    return saved;
  },
);

/** The page of a name that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteDomainName = action(async (actor, input: { domainName: string }) => {
  await control().domainNames.delete(actor, input.domainName);
  return input;
});

interface SavedMapping {
  domainName: string;
  /** of the API that it leads to: REST APIs by V1's operations, which let the path name the stage */
  kind: ApiKind;
  /** absent: a new one is made */
  apiMappingId?: string;
  input: BasePathMappingInput;
}

/** A new base path, or what `apiMappingId` is with its changes. */
export const saveMapping = action(async (actor, props: SavedMapping): Promise<BasePathMapping> => {
  const { domainName, kind, apiMappingId, input } = props;
  const { basePath = '', restApiId, stage = '' } = input;
  const saved = await control().together(async ({ domainNames }) => {
    const before =
      apiMappingId === undefined
        ? undefined
        : await domainNames.apiMappings.get(actor, domainName, apiMappingId);
    const hasParts = before?.apiMappingKey.includes('/') ?? false;
    if (kind === 'REST' && !hasParts)
      return before
        ? domainNames.updateMapping(actor, domainName, before.apiMappingKey || '(none)', input)
        : domainNames.createMapping(actor, domainName, input);
    const mapping = { apiMappingKey: basePath, apiId: restApiId, stage };
    return toBasePathMapping(
      before
        ? await domainNames.apiMappings.update(actor, domainName, before.apiMappingId, mapping)
        : await domainNames.apiMappings.create(actor, domainName, mapping),
    );
  });
  refresh();
  return saved;
});

/** @returns what was there, to put it back */
export const deleteMapping = action(
  async (actor, { domainName, apiMappingId }: { domainName: string; apiMappingId: string }) => {
    const gone = await control().together(async ({ domainNames: { apiMappings } }) => {
      const mapping = await apiMappings.get(actor, domainName, apiMappingId);
      await apiMappings.delete(actor, domainName, apiMappingId);
      return toBasePathMapping(mapping);
    });
    refresh();
    return gone;
  },
);

/** A new routing rule, or what `routingRuleId` is with its changes. */
export const saveRoutingRule = action(
  async (actor, props: { domainName: string; routingRuleId?: string; input: RoutingRuleInput }) => {
    const { domainName, routingRuleId, input } = props;
    const { routingRules } = control().domainNames;
    const saved =
      routingRuleId === undefined
        ? await routingRules.create(actor, domainName, input)
        : await routingRules.put(actor, domainName, routingRuleId, input);
    refresh();
    return saved;
  },
);

/** @returns what was there, to put it back */
export const deleteRoutingRule = action(
  async (actor, { domainName, routingRuleId }: { domainName: string; routingRuleId: string }) => {
    const gone = await control().together(async ({ domainNames: { routingRules } }) => {
      const { routingRuleId: _, ...input } = await routingRules.get(actor, domainName, routingRuleId);
      await routingRules.delete(actor, domainName, routingRuleId);
      return input;
    });
    refresh();
    return gone;
  },
);

const toBasePathMapping = ({ apiMappingKey, apiId, stage }: ApiMapping): BasePathMapping => ({
  basePath: apiMappingKey,
  restApiId: apiId,
  stage,
});
