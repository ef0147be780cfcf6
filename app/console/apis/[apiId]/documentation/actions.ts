'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { type DocumentationPartLocation, parseProperties } from '@/lib/model/documentation';
import { control } from '@/lib/runtime/slot';

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}/documentation`, 'layout');

type Api = { restApiId: string };

/** Makes the part, or with `partId` changes it. */
export const savePart = action(
  async (
    actor,
    input: Api & { partId?: string; location: DocumentationPartLocation; properties: string },
  ) => {
    const { restApiId, partId, location, properties } = input;
    const { documentation } = control();
    const saved =
      partId === undefined
        ? await documentation.createPart(actor, restApiId, { location, properties })
        : await documentation.updatePart(actor, restApiId, partId, { properties });
    refresh(restApiId);
    return saved;
  },
);

export const deletePart = action(async (actor, { restApiId, partId }: Api & { partId: string }) => {
  await control().documentation.deletePart(actor, restApiId, partId);
  refresh(restApiId);
  return { partId };
});

/** `before` is a document that brings the parts back as they were: an import can be undone. */
export const importParts = action(
  async (actor, { restApiId, ...input }: Api & { document: string; mode: 'MERGE' | 'OVERWRITE' }) => {
    const { documentation } = control();
    const parts = await documentation.parts(actor, restApiId);
    const { ids, warnings } = await documentation.import(actor, restApiId, input);
    refresh(restApiId);
    const documentationParts = parts.map(({ location, properties }) => ({
      location,
      properties: parseProperties(properties) ?? {},
    }));
    const before = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Before the import', version: '1' },
      'x-amazon-apigateway-documentation': { documentationParts },
    });
    return { imported: ids.length, warnings, before };
  },
);

export const createVersion = action(
  async (actor, input: Api & { version: string; description?: string; stageName?: string }) => {
    const { restApiId, ...version } = input;
    const made = await control().documentation.createVersion(actor, restApiId, version);
    refresh(restApiId);
    return made;
  },
);

/** null: the stage shows what its methods say of themselves */
export const publishVersion = action(
  async (actor, input: Api & { stageName: string; documentationVersion: string | null }) => {
    const { restApiId, stageName, documentationVersion } = input;
    await control().stages.update(actor, restApiId, stageName, { documentationVersion });
    refresh(restApiId);
    return { stageName };
  },
);

export const updateVersion = action(
  async (actor, { restApiId, version, description }: Api & { version: string; description: string }) => {
    const updated = await control().documentation.updateVersion(actor, restApiId, version, { description });
    refresh(restApiId);
    return updated;
  },
);

export const deleteVersion = action(async (actor, { restApiId, version }: Api & { version: string }) => {
  await control().documentation.deleteVersion(actor, restApiId, version);
  refresh(restApiId);
  return { version };
});
