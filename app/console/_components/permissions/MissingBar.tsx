'use client';

import type { CSSProperties, ReactNode } from 'react';
import type { MissingPermission } from '@/components/console/permissions/ApiPermissions';
import { FunctionName, PermissionWarning } from '@/components/console/permissions/MissingNotice';

/** Names that stand in the sentence; of more the number is said. */
const MOST_NAMED = 3;

/** For tabs as high as the window: what the bar takes of it. */
const room: CSSProperties & { '--permissions-bar': string } = { '--permissions-bar': '45px' };

/**
 * Above an API's tabs when functions do not let it call them.
 * @param props.from so many; below it their own pages tell of each
 */
export function MissingBar(props: {
  missing: readonly MissingPermission[];
  from: number;
  children: ReactNode;
}) {
  const arns = [...new Set(props.missing.map(({ functionArn }) => functionArn))];
  const [only] = arns;
  const isShown = arns.length >= props.from && only !== undefined;
  // One shape with and without the bar: open drawers below it stay.
  return (
    <div className="contents" style={isShown ? room : undefined}>
      {isShown && (
        <PermissionWarning
          functionArns={arns}
          {...(arns.length > 1 && { label: 'Grant all' })}
          className="rounded-none border-x-0 border-t-0 px-5"
        >
          {arns.length > 1 ? (
            <Several arns={arns} />
          ) : (
            <>
              <FunctionName arn={only} /> does not let this API invoke it:{' '}
              {usesWords(props.missing.map(({ usedBy }) => usedBy))} with 500.
            </>
          )}
        </PermissionWarning>
      )}
      {props.children}
    </div>
  );
}

function Several({ arns }: { arns: string[] }) {
  const more = arns.length - MOST_NAMED;
  return (
    <>
      {arns.slice(0, MOST_NAMED).map((arn, index) => (
        <span key={arn}>
          {index > 0 && (index === arns.length - 1 ? ' and ' : ', ')}
          <FunctionName arn={arn} />
        </span>
      ))}
      {more > 0 && ` and ${more} more ${more === 1 ? 'function' : 'functions'}`} do not let this API invoke
      them: what calls them fails with 500.
    </>
  );
}

/** `GET /pets fails`, `GET /pets and 2 more fail` */
function usesWords([first, ...others]: string[]): string {
  return others.length === 0 ? `${first} fails` : `${first} and ${others.length} more fail`;
}
