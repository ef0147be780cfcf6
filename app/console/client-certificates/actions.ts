'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ClientCertificateInput } from '@/lib/model/clientCertificate';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');
type Key = { clientCertificateId: string };

export const generateClientCertificate = action(async (actor, input: ClientCertificateInput) => {
  const made = await control().clientCertificates.generate(actor, input);
  refresh();
  return made;
});

export const updateClientCertificate = action(
  async (actor, { clientCertificateId, ...input }: Key & ClientCertificateInput) => {
    const certificate = await control().clientCertificates.update(actor, clientCertificateId, input);
    refresh();
    return certificate;
  },
);

/** @returns the new one, which every stage of the old one shows from now on */
export const rotateClientCertificate = action(async (actor, { clientCertificateId }: Key) => {
  const made = await control().clientCertificates.rotate(actor, clientCertificateId);
  refresh();
  return made;
});

export const deleteClientCertificate = action(async (actor, { clientCertificateId }: Key) => {
  await control().clientCertificates.delete(actor, clientCertificateId);
  refresh();
  return { clientCertificateId };
});
