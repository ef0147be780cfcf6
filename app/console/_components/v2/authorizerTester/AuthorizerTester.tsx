'use client';

import { useState } from 'react';
import { useRunShortcut } from '@/components/console/useRunShortcut';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import { FormError } from '@/components/ui/FormError';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAction } from '@/components/ui/useAction';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { AuthorizerTrial } from '@/lib/model/v2/authorizerTrial';
import { testAuthorizer } from '../actions';
import { identityFields } from './identityFields';
import { TrialFields } from './TrialFields';
import { TrialOutcome } from './TrialOutcome';
import { blankTrial, trialInput } from './trialInput';

export interface TestedRoute {
  routeId: string;
  routeKey: string;
  scopes: string[];
}

export interface TesterProps {
  apiId: string;
  authorizer: Authorizer;
  /** of an HTTP API, those that the authorizer guards first; of a WebSocket API none */
  routes: TestedRoute[];
  stageNames: string[];
  onClose: () => void;
}

/** An invented call at the production authorizer, deployed or not. Ctrl-Enter runs it. */
export function AuthorizerTester(props: TesterProps) {
  const { apiId, authorizer, routes } = props;
  const { authorizerId, name } = authorizer;
  const fields = identityFields(authorizer.identitySource);
  const [draft, setDraft] = useState(blankTrial);
  const [outcome, setOutcome] = useState<{ trial: AuthorizerTrial; scopes: string[] }>();
  const action = useAction(testAuthorizer);
  const run = async () => {
    if (action.pending) return;
    const scopes = routes.find(({ routeId }) => routeId === draft.routeId)?.scopes ?? [];
    const trial = await action.run({ apiId, authorizerId, call: trialInput(fields, draft) });
    setOutcome(trial && { trial, scopes });
  };
  useRunShortcut(() => void run(), true);
  return (
    <Drawer
      open
      onOpenChange={(open) => open || props.onClose()}
      title={`Test ${name}`}
      description="Runs the saved authorizer as calls do, deployed or not. Nothing that is sent is kept."
      footer={
        <Button
          variant="primary"
          busy={action.pending}
          onClick={() => void run()}
          aria-keyshortcuts="Control+Enter"
          title="Ctrl-Enter"
        >
          Test authorizer
        </Button>
      }
    >
      <div className="grid gap-4">
        <TrialFields
          {...props}
          fields={fields}
          draft={draft}
          change={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        <FormError>{action.rest}</FormError>
        <div aria-live="polite" aria-busy={action.pending}>
          {action.pending ? (
            <Skeleton className="h-24" />
          ) : (
            outcome && <TrialOutcome {...outcome} authorizer={authorizer} />
          )}
        </div>
      </div>
    </Drawer>
  );
}
