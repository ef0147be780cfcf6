import { compileFunctionPermissions, type FunctionPermissions } from '@gatehouse/gateway/identity';
import { inArray } from 'drizzle-orm';
import { functionAliases, functionPermissions, functionVersions } from '@/db/schema';
import { readFunctionArn } from '@/lib/model/functionArn';
import type { ReadCall } from '../ControlContext';
import { LATEST } from './functionRow';

/** A function as such ('' and `$LATEST`), a version or an alias of this installation. */
export interface PolicyHolder {
  functionName: string;
  /** '': the function as such */
  qualifier: string;
}

/** What an ARN names; undefined for what is of another account, or is no function's. */
export function policyHolder(accountId: string, functionArn: string): PolicyHolder | undefined {
  const named = readFunctionArn(functionArn);
  if (named?.accountId !== accountId) return undefined;
  const { functionName, qualifier = LATEST } = named;
  return { functionName, qualifier: qualifier === LATEST ? '' : qualifier };
}

const keyOf = ({ functionName, qualifier }: PolicyHolder) => `${functionName}:${qualifier}`;

/** The policies of some functions, ready to be asked. */
export class PolicyBook {
  private constructor(private readonly policies: ReadonlyMap<string, FunctionPermissions>) {}

  static async read({ db, ports }: ReadCall, functionNames: string[]): Promise<PolicyBook> {
    const names = [...new Set(functionNames)];
    const versions = await db
      .select({ functionName: functionVersions.functionName, qualifier: functionVersions.version })
      .from(functionVersions)
      .where(inArray(functionVersions.functionName, names));
    const aliases = await db
      .select({ functionName: functionAliases.functionName, qualifier: functionAliases.name })
      .from(functionAliases)
      .where(inArray(functionAliases.functionName, names));
    const rows = await db
      .select()
      .from(functionPermissions)
      .where(inArray(functionPermissions.functionName, names));
    const policies = new Map<string, FunctionPermissions>();
    for (const { functionName, qualifier } of [...versions, ...aliases]) {
      const key = keyOf({ functionName, qualifier: qualifier === LATEST ? '' : qualifier });
      const statements = rows.filter((row) => keyOf(row) === key).map(({ statement }) => statement);
      policies.set(key, compileFunctionPermissions(statements, ports.config.accountId));
    }
    return new PolicyBook(policies);
  }

  /** Undefined: there is no such function, version or alias here. */
  mayInvoke(holder: PolicyHolder, sourceArn: string): boolean | undefined {
    return this.policies.get(keyOf(holder))?.(sourceArn);
  }
}
