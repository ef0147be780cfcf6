'use client';

import { Play, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  AuthorizerTester,
  type TestedRoute,
} from '@/app/console/_components/v2/authorizerTester/AuthorizerTester';
import type { FunctionChoice } from '@/components/console/functionChoices';
import { functionWords } from '@/components/console/functionUri';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import { deleteAuthorizer, saveAuthorizer } from '../actions';
import { AuthorizerDrawer } from './AuthorizerDrawer';

export interface AuthorizerLine {
  authorizer: Authorizer;
  /** of the routes that it guards */
  routeKeys: string[];
}

interface AuthorizersProps {
  apiId: string;
  lines: AuthorizerLine[];
  functions: FunctionChoice[];
  routes: (TestedRoute & { authorizerId: string | undefined })[];
  stageNames: string[];
  editable: boolean;
}

/** An API's authorizers with the routes that they guard; `?authorizer=` opens one in a drawer. */
export function Authorizers(props: AuthorizersProps) {
  const { lines, editable } = props;
  const [opened, open] = useUrlState('authorizer', '', { push: true });
  const [tested, tryOut] = useUrlState('test', '', { push: true });
  const find = (id: string) => lines.find(({ authorizer }) => authorizer.authorizerId === id);
  const line = find(opened);
  const underTest = editable ? find(tested)?.authorizer : undefined;
  const create = editable && (
    <Button onClick={() => open('new')}>
      <Plus aria-hidden />
      Create authorizer
    </Button>
  );
  return (
    <>
      <Section
        title="Authorizers"
        description="A JWT authorizer checks tokens of an issuer here; a Lambda authorizer asks a function. A route names the one that guards it."
        actions={lines.length > 0 && create}
      >
        {lines.length === 0 ? (
          <EmptyState title="No authorizer yet" actions={create}>
            Routes are then open, or take signed calls (IAM).
          </EmptyState>
        ) : (
          <ul className="divide-y rounded-md border">
            {lines.map((each) => (
              <Line key={each.authorizer.authorizerId} {...props} line={each} onOpen={open} onTest={tryOut} />
            ))}
          </ul>
        )}
      </Section>
      {(line || (opened === 'new' && editable)) && (
        <AuthorizerDrawer key={opened} {...props} line={line} onClose={() => open('')} />
      )}
      {underTest && (
        <AuthorizerTester
          key={tested}
          apiId={props.apiId}
          authorizer={underTest}
          routes={guardedFirst(props.routes, tested)}
          stageNames={props.stageNames}
          onClose={() => tryOut('')}
        />
      )}
    </>
  );
}

const guardedFirst = (routes: AuthorizersProps['routes'], authorizerId: string): TestedRoute[] => [
  ...routes.filter((route) => route.authorizerId === authorizerId),
  ...routes.filter((route) => route.authorizerId !== authorizerId),
];

function Line(
  props: AuthorizersProps & {
    line: AuthorizerLine;
    onOpen: (id: string) => void;
    onTest: (id: string) => void;
  },
) {
  const { authorizer, routeKeys } = props.line;
  const isJwt = authorizer.authorizerType === 'JWT';
  const remove = useAuthorizerDeletion(props.apiId);
  return (
    <li className="flex items-center gap-1 pr-1 hover:bg-hover">
      <button
        type="button"
        aria-label={authorizer.name}
        onClick={() => props.onOpen(authorizer.authorizerId)}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-left"
      >
        <span className="font-medium">{authorizer.name}</span>
        <Badge>{isJwt ? 'JWT' : 'Lambda'}</Badge>
        <span className="min-w-0 flex-1 truncate font-mono text-muted text-small max-sm:basis-full">
          {isJwt ? authorizer.jwtConfiguration?.issuer : functionWords(authorizer.authorizerUri ?? '')}
        </span>
        <MissingBadge usedBy={[`authorizer ${authorizer.name}`]} />
        <span className="text-muted text-small">
          {routeKeys.length === 0
            ? 'Guards no route'
            : `Guards ${routeKeys.length} ${routeKeys.length === 1 ? 'route' : 'routes'}`}
        </span>
      </button>
      {props.editable && (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Test ${authorizer.name}`}
          onClick={() => props.onTest(authorizer.authorizerId)}
        >
          <Play aria-hidden />
          Test
        </Button>
      )}
      {props.editable && (
        <IconButton
          label={`Delete ${authorizer.name}`}
          className="size-7"
          onClick={() => void remove(authorizer.authorizerId)}
        >
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** Deletes at once, with a way back; refused while a route names it. */
function useAuthorizerDeletion(apiId: string) {
  const router = useRouter();
  const removal = useAction(deleteAuthorizer, { announce: true });
  const restoration = useAction(saveAuthorizer, { announce: true });
  return async (id: string) => {
    const gone = await removal.run({ apiId, authorizerId: id });
    if (!gone) return;
    const { authorizerId: _id, ...input } = gone;
    undoToast(`Authorizer ${gone.name} deleted`, () => {
      void restoration.run({ apiId, input }).then(() => router.refresh());
    });
    router.refresh();
  };
}
