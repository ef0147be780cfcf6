'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { BasePathMapping, BasePathMappingInput, DomainNameInput } from '@/lib/model/domainName';
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

/** The page of a name that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteDomainName = action(async (actor, input: { domainName: string }) => {
  await control().domainNames.delete(actor, input.domainName);
  return input;
});

/** A new base path, or what was at `basePath` with its changes. */
export const saveMapping = action(
  async (actor, props: { domainName: string; basePath?: string; input: BasePathMappingInput }) => {
    const { domainNames } = control();
    const { domainName, basePath, input } = props;
    const saved =
      basePath === undefined
        ? await domainNames.createMapping(actor, domainName, input)
        : await domainNames.updateMapping(actor, domainName, basePath, input);
    refresh();
    return saved;
  },
);

/** @returns what was there, to put it back */
export const deleteMapping = action(
  async (actor, { domainName, basePath }: { domainName: string; basePath: string }) => {
    const gone = await control().together(async ({ domainNames }): Promise<BasePathMapping> => {
      const mapping = await domainNames.getMapping(actor, domainName, basePath);
      await domainNames.deleteMapping(actor, domainName, basePath);
      return mapping;
    });
    refresh();
    return gone;
  },
);
