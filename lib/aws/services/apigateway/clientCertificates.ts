import { z } from 'zod';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import { found } from './found';
import { given } from './given';
import { inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';
import { withNewTags, withTags, withTagsOfAll } from './tagsOf';

const address = z.object({ clientcertificate_id: z.string() });
const members = z.object({
  description: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

const table: PatchTable<{ description: string }> = {
  style: 'lists paths',
  rules: [text('/description', 'description')],
};

export const clientCertificates: Runs = {
  GenerateClientCertificate: async (call) => {
    const { tags, ...input } = await inputOf(call, members);
    return call.door.control.together(async (control) => {
      const made = await control.clientCertificates.generate(call.actor, given(input));
      return withNewTags(call, control, pathOf(made), tags, shape(made));
    });
  },
  GetClientCertificates: async (call) => {
    const all = await call.door.control.clientCertificates.list(call.actor);
    const page = paged(
      call,
      all,
      ({ clientCertificateId }) => clientCertificateId,
      (each) => each,
    );
    return { ...page, item: await withTagsOfAll(call, page.item, pathOf, shape) };
  },
  GetClientCertificate: async (call) => {
    const { clientcertificate_id: id } = await inputOf(call, address);
    const { control } = call.door;
    const one = certificateOf(await control.clientCertificates.list(call.actor), id);
    return withTags(call, control, pathOf(one), shape(one));
  },
  UpdateClientCertificate: async (call) => {
    const { clientcertificate_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = certificateOf(await control.clientCertificates.list(call.actor), id);
      const draft = { description: before.description ?? '' };
      const next = applyPatch(draft, operations, table);
      const after = await control.clientCertificates.update(call.actor, id, next);
      return withTags(call, control, pathOf(after), shape(after));
    });
  },
  DeleteClientCertificate: async (call) => {
    const { clientcertificate_id: id } = await inputOf(call, address);
    await call.door.control.clientCertificates.delete(call.actor, id);
  },
};

const pathOf = ({ clientCertificateId }: ClientCertificate) => `clientcertificates/${clientCertificateId}`;

function certificateOf(all: ClientCertificate[], id: string): ClientCertificate {
  return found(
    all.find(({ clientCertificateId }) => clientCertificateId === id),
    'Invalid Client Certificate identifier specified',
  );
}

function shape(one: ClientCertificate) {
  return {
    clientCertificateId: one.clientCertificateId,
    ...optional({ description: one.description || undefined }),
    pemEncodedCertificate: one.pemEncodedCertificate,
    createdDate: Math.floor(one.createdDate / 1000),
    expirationDate: Math.floor(one.expirationDate / 1000),
  };
}
