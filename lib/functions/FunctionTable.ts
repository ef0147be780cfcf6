import { compileFunctionPermissions, type FunctionPermissions } from '@gatehouse/gateway/ports';
import type { HostedFunction } from './HostedFunction';

/** A function as a call names it. */
interface Named {
  accountId: string | undefined;
  functionName: string;
  qualifier: string;
}

const PATTERN =
  /^(?:(?:arn:aws[\w-]*:lambda:[\w-]+:)?(?<accountId>\d{12}):function:)?(?<functionName>[\w-]{1,64})(?::(?<qualifier>\$LATEST|[\w-]{1,128}))?$/;

/** What a name stands for. */
export interface NamedVersion {
  hosted: HostedFunction;
  /** whether an API may invoke it by this name; absent: nobody is asked */
  mayInvoke: FunctionPermissions | undefined;
}

/** The functions that may be called, by ARN, partial ARN or name, with or without a version or alias. */
export class FunctionTable {
  private readonly versions = new Map<string, NamedVersion>();

  constructor(functions: readonly HostedFunction[]) {
    for (const hosted of functions)
      for (const qualifier of [hosted.version, ...hosted.aliases])
        this.versions.set(`${hosted.functionName}:${qualifier}`, {
          hosted,
          mayInvoke: permissionsOf(hosted, qualifier),
        });
  }

  /**
   * The version that a call names. The region is not looked at: there is one store for all.
   * @param qualifier of the query string; overrides nothing that the name itself says
   */
  find(name: string, qualifier?: string): NamedVersion | undefined {
    const named = parse(name, qualifier);
    if (!named) return undefined;
    const found = this.versions.get(`${named.functionName}:${named.qualifier}`);
    const isOfAnother = named.accountId !== undefined && found && accountOf(found.hosted) !== named.accountId;
    return isOfAnother ? undefined : found;
  }
}

const accountOf = ({ functionArn }: HostedFunction) => functionArn.split(':')[4] ?? '';

/** `$LATEST` has the policy of the function as such; a version and an alias have one of their own, or none. */
function permissionsOf(hosted: HostedFunction, qualifier: string): FunctionPermissions | undefined {
  if (!hosted.permissions) return undefined;
  const statements = hosted.permissions[qualifier === '$LATEST' ? '' : qualifier] ?? [];
  return compileFunctionPermissions(statements, accountOf(hosted));
}

function parse(name: string, qualifier = '$LATEST'): Named | undefined {
  const groups = PATTERN.exec(name)?.groups;
  if (!groups?.functionName) return undefined;
  return {
    accountId: groups.accountId,
    functionName: groups.functionName,
    qualifier: groups.qualifier ?? qualifier,
  };
}
