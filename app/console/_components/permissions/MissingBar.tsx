'use client';

import type { CSSProperties, ReactNode } from 'react';
import type { MissingPermission } from '@/components/console/permissions/ApiPermissions';
import { FunctionName, PermissionWarning } from '@/components/console/permissions/MissingNotice';

/** Names that stand in the sentence; of more the number is said. */
const MOST_NAMED = 3;

/** For tabs as high as the window: what the bar takes of it. */
const room: CSSProperties & { '--permissions-bar': string } = { '--permissions-bar': '45px' };

/** Above an API's tabs when several functions do not let it call them; one alone is told where it is used. */
export function MissingBar(props: { missing: readonly MissingPermission[]; children: ReactNode }) {
  const arns = [...new Set(props.missing.map(({ functionArn }) => functionArn))];
  const isShown = arns.length > 1;
  // One shape with and without the bar: open drawers below it stay.
  return (
    <div className="contents" style={isShown ? room : undefined}>
      {isShown && <Bar arns={arns} />}
      {props.children}
    </div>
  );
}

function Bar({ arns }: { arns: string[] }) {
  return (
    <PermissionWarning
      functionArns={arns}
      label="Grant all"
      className="rounded-none border-x-0 border-t-0 px-5"
    >
      {arns.slice(0, MOST_NAMED).map((arn, index) => (
        <span key={arn}>
          {index > 0 && (index === arns.length - 1 ? ' and ' : ', ')}
          <FunctionName arn={arn} />
        </span>
      ))}
      {arns.length > MOST_NAMED && ` and ${arns.length - MOST_NAMED} more functions`} do not let this API
      invoke them: what calls them fails with 500.
    </PermissionWarning>
  );
}
