'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { AccessKey } from '@/lib/model/identity';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console/identity', 'layout');

export const createIamUser = action(async (actor, { userName }: { userName: string }) => {
  const user = await control().identity.createUser(actor, userName);
  refresh();
  return user;
});

/** The page of a user who is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteIamUser = action(async (actor, input: { userName: string }) => {
  await control().identity.deleteUser(actor, input.userName);
  return input;
});

export const createAccessKey = action(async (actor, { userName }: { userName: string }) => {
  const key = await control().identity.createAccessKey(actor, userName);
  refresh();
  return key;
});

export const updateAccessKey = action(
  async (actor, input: { userName: string; accessKeyId: string; status: AccessKey['status'] }) => {
    await control().identity.updateAccessKey(actor, input.userName, input.accessKeyId, input.status);
    refresh();
    return input;
  },
);

export const deleteAccessKey = action(async (actor, input: { userName: string; accessKeyId: string }) => {
  await control().identity.deleteAccessKey(actor, input.userName, input.accessKeyId);
  refresh();
  return input;
});

export interface PolicyChange {
  /** absent: a managed policy */
  userName?: string;
  policyName: string;
  document: string;
  description?: string;
}

/** An inline policy of `userName`, or a managed one. */
export const savePolicy = action(async (actor, input: PolicyChange) => {
  const { userName, policyName, document, description } = input;
  const { identity } = control();
  if (userName !== undefined) await identity.putUserPolicy(actor, userName, policyName, document);
  else await identity.putPolicy(actor, policyName, { document, ...(description && { description }) });
  refresh();
  return input;
});

/** Its page must not be rendered again; see deleteIamUser. */
export const deletePolicy = action(async (actor, input: { userName?: string; policyName: string }) => {
  const { userName, policyName } = input;
  const { identity } = control();
  if (userName !== undefined) await identity.deleteUserPolicy(actor, userName, policyName);
  else await identity.deletePolicy(actor, policyName);
  return input;
});

export const attachPolicy = action(async (actor, input: { userName: string; policyName: string }) => {
  await control().identity.attachPolicy(actor, input.userName, input.policyName);
  refresh();
  return input;
});

export const detachPolicy = action(async (actor, input: { userName: string; policyName: string }) => {
  await control().identity.detachPolicy(actor, input.userName, input.policyName);
  refresh();
  return input;
});
