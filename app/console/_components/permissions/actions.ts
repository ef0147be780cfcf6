'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { readFunctionArn } from '@/lib/model/functionArn';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** A statement that a grant wrote: all that takes it away again. */
interface GrantedStatement {
  functionName: string;
  qualifier?: string;
  statementId: string;
}

const refresh = () => revalidatePath('/console', 'layout');

/** Lets an API invoke functions. @returns what was written for it, so that it can be undone */
export const grantPermissions = action(
  async (actor, { apiId, functionArns }: { apiId: string; functionArns: string[] }) => {
    const before = await statementsOf(actor, functionArns);
    await control().functions.permitApi(actor, apiId, functionArns);
    const after = await statementsOf(actor, functionArns);
    refresh();
    const keys = new Set(before.map(keyOf));
    return after.filter((statement) => !keys.has(keyOf(statement)));
  },
);

/** The way back of a grant. */
export const takeBackPermissions = action(async (actor, granted: GrantedStatement[]) => {
  await control().together(async ({ functions }) => {
    for (const { functionName, statementId, qualifier } of granted)
      await functions.removePermission(actor, functionName, statementId, qualifier);
  });
  refresh();
  return granted;
});

async function statementsOf(actor: Actor, functionArns: string[]): Promise<GrantedStatement[]> {
  const { functions } = control();
  const all = await Promise.all(
    [...new Set(functionArns)].map(async (arn) => {
      const { functionName = '', qualifier } = readFunctionArn(arn) ?? {};
      const of =
        qualifier === undefined || qualifier === '$LATEST' ? { functionName } : { functionName, qualifier };
      const statements = await functions.permissions(actor, functionName, of.qualifier);
      return statements.map(({ Sid }) => ({ ...of, statementId: Sid }));
    }),
  );
  return all.flat();
}

const keyOf = ({ functionName, qualifier = '', statementId }: GrantedStatement) =>
  `${functionName}:${qualifier}:${statementId}`;
