import type { HostedFunction } from './HostedFunction';

/** A function as a call names it. */
interface Named {
  accountId: string | undefined;
  functionName: string;
  qualifier: string;
}

const PATTERN =
  /^(?:(?:arn:aws[\w-]*:lambda:[\w-]+:)?(?<accountId>\d{12}):function:)?(?<functionName>[\w-]{1,64})(?::(?<qualifier>\$LATEST|[\w-]{1,128}))?$/;

/** The functions that may be called, by ARN, partial ARN or name, with or without a version or alias. */
export class FunctionTable {
  private readonly versions = new Map<string, HostedFunction>();

  constructor(functions: readonly HostedFunction[]) {
    for (const hosted of functions)
      for (const qualifier of [hosted.version, ...hosted.aliases])
        this.versions.set(`${hosted.functionName}:${qualifier}`, hosted);
  }

  /**
   * The version that a call names. The region is not looked at: there is one store for all.
   * @param qualifier of the query string; overrides nothing that the name itself says
   */
  find(name: string, qualifier?: string): HostedFunction | undefined {
    const named = parse(name, qualifier);
    if (!named) return undefined;
    const hosted = this.versions.get(`${named.functionName}:${named.qualifier}`);
    const ofAnother = named.accountId !== undefined && hosted?.functionArn.split(':')[4] !== named.accountId;
    return ofAnother ? undefined : hosted;
  }
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
