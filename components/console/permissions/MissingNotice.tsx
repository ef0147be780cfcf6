'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { functionArnInUri } from '@/lib/model/functionArn';
import { functionWords, invocationUri } from '../functionUri';
import { missingOf, useApiPermissions } from './ApiPermissions';
import { GrantButton } from './GrantButton';

/**
 * Where a function is used that does not let the API invoke it: what follows, and the button that ends it. Nothing
 * where all is well.
 */
export function MissingNotice(props: {
  /** invocation URI or ARN */
  uri: string | undefined;
  /** as the permissions name places: `GET /pets`, `authorizer guard` */
  usedBy: readonly string[];
  /** "Calls answer 500" */
  consequence: string;
}) {
  const permissions = useApiPermissions();
  const { uri = '', usedBy } = props;
  const arn = functionArnInUri(uri) ?? uri;
  const found = permissions && missingOf(permissions.missing, arn, usedBy);
  if (!found) return null;
  return (
    <PermissionWarning functionArns={[arn]}>
      <FunctionName arn={arn} /> does not let this API invoke it: {props.consequence}.
    </PermissionWarning>
  );
}

export function PermissionWarning(props: {
  functionArns: readonly string[];
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="status"
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-warning/30 bg-warning-fill px-3 py-2 text-warning',
        props.className,
      )}
    >
      <TriangleAlert className="size-4 shrink-0" aria-hidden />
      <p className="wrap-anywhere min-w-0 flex-1 basis-56">{props.children}</p>
      <GrantButton functionArns={props.functionArns} {...(props.label && { label: props.label })} />
    </div>
  );
}

/** `orders`, `orders:live` */
export function FunctionName({ arn }: { arn: string }) {
  return <span className="font-mono">{functionWords(invocationUri(arn))}</span>;
}
