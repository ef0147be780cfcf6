'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type {
  FunctionCode,
  FunctionInput,
  FunctionPermissionInput,
  FunctionUpdate,
} from '@/lib/model/function';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

export const createFunction = action(async (actor, input: FunctionInput) => {
  const { functionName } = await control().functions.create(actor, input);
  refresh();
  return { functionName };
});

/** Live at once, without a deployment: the next call runs the new code. */
export const saveFunctionCode = action(
  async (actor, { functionName, code }: { functionName: string; code: FunctionCode }) => {
    const { codeSha256 } = await control().functions.updateCode(actor, functionName, code);
    refresh();
    return { codeSha256 };
  },
);

export const saveFunctionConfiguration = action(
  async (actor, { functionName, input }: { functionName: string; input: FunctionUpdate }) => {
    const saved = await control().functions.updateConfiguration(actor, functionName, input);
    refresh();
    return { lastModified: saved.lastModified };
  },
);

export const publishFunctionVersion = action(
  async (actor, { functionName, description }: { functionName: string; description?: string }) => {
    const { version } = await control().functions.publishVersion(actor, functionName, {
      ...(description && { description }),
    });
    refresh();
    return { version };
  },
);

export interface AliasInput {
  functionName: string;
  alias: string;
  functionVersion: string;
  description?: string;
}

export const saveFunctionAlias = action(async (actor, { functionName, alias, ...input }: AliasInput) => {
  const saved = await control().functions.putAlias(actor, functionName, alias, input);
  refresh();
  return saved;
});

export const deleteFunctionAlias = action(
  async (actor, { functionName, alias }: { functionName: string; alias: string }) => {
    await control().functions.deleteAlias(actor, functionName, alias);
    refresh();
    return { alias };
  },
);

export const addFunctionPermission = action(
  async (actor, { functionName, input }: { functionName: string; input: FunctionPermissionInput }) => {
    const statement = await control().functions.addPermission(actor, functionName, input);
    refresh();
    return statement;
  },
);

interface PermissionKey {
  functionName: string;
  statementId: string;
  /** version or alias; absent: of the function as such */
  qualifier?: string | undefined;
}

export const removeFunctionPermission = action(async (actor, key: PermissionKey) => {
  const { functionName, statementId, qualifier } = key;
  await control().functions.removePermission(actor, functionName, statementId, qualifier);
  refresh();
  return key;
});

/** The page of a function that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteFunction = action(async (actor, input: { functionName: string }) => {
  await control().functions.delete(actor, input.functionName);
  return input;
});

interface TestInvocation {
  functionName: string;
  /** version or alias; empty: $LATEST */
  qualifier: string;
  payload: string;
  /** Event: taken, and not waited for */
  invocationType: 'RequestResponse' | 'Event';
}

/** A real call, in the function host; nothing of it is kept but its log. */
export const invokeFunction = action((actor, { functionName, qualifier, ...call }: TestInvocation) =>
  control().functions.invoke(actor, functionName, { ...call, ...(qualifier && { qualifier }) }),
);
