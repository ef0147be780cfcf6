'use client';

import { createContext, useContext } from 'react';

/** A function that the API calls and may not invoke. */
export interface MissingPermission {
  /** as the definition names it, with its version or alias */
  functionArn: string;
  /** `GET /pets`, `authorizer guard` */
  usedBy: string;
}

/** Of the API whose workspace is open: which functions it may not invoke, and the way to let it. */
export interface ApiPermissions {
  apiId: string;
  missing: readonly MissingPermission[];
  /** at once, with a way back; absent for viewers */
  grant?: (functionArns: readonly string[]) => void;
  pending: boolean;
  /** of each stage: what chooses functions that the definition names by variable */
  stageVariables: readonly Readonly<Record<string, string>>[];
  /** base URL of Gatehouse's AWS endpoint */
  awsEndpoint: string;
}

export const ApiPermissionsContext = createContext<ApiPermissions | null>(null);

/** Null where no API is open: where a new one is made. */
export const useApiPermissions = (): ApiPermissions | null => useContext(ApiPermissionsContext);

/** What of it an integration (`uri`: invocation URI or ARN) that `usedBy` has may not invoke. */
export function missingOf(
  missing: readonly MissingPermission[],
  functionArn: string | undefined,
  usedBy: readonly string[],
): MissingPermission | undefined {
  return missing.find((each) => each.functionArn === functionArn && usedBy.includes(each.usedBy));
}
