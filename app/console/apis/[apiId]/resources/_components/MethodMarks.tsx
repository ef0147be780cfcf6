import { CircleAlert, KeyRound, Lock } from 'lucide-react';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import { Badge } from '@/components/ui/Badge';
import type { Method } from '@/lib/model/method';
import { authorizationOf, authorizationWords } from './authorization/authorization';
import { useWorkspace } from './Workspace';

/**
 * What one should know of a method at a glance: key, authorization, mock, or that it has no integration yet or one
 * that may not be called.
 * `compact`: for the tree, where the key's word is for readers only, so that all of them have room.
 */
export function MethodMarks(props: { path: string; method: Method; compact?: boolean }) {
  const { method, compact } = props;
  const { apiKeyRequired, methodIntegration, httpMethod } = method;
  return (
    <span className="flex shrink-0 items-center gap-1 text-muted">
      <AuthorizationMark method={method} />
      {apiKeyRequired && (
        <Badge title="API key required">
          <KeyRound aria-hidden />
          <span className={compact ? 'sr-only' : undefined}>Key</span>
        </Badge>
      )}
      <MissingBadge usedBy={[`${httpMethod} ${props.path}`]} compact={compact ?? false} />
      {methodIntegration?.type === 'MOCK' && <Badge title="Mock integration">MOCK</Badge>}
      {!methodIntegration && (
        <Badge tone="danger" title="No integration: calls fail until one is set">
          <CircleAlert aria-hidden />
          Empty
        </Badge>
      )}
    </span>
  );
}

/** Who decides about its callers; in red where the authorizer is missing, so that nobody may call. */
function AuthorizationMark({ method }: { method: Method }) {
  const { authorizers } = useWorkspace();
  const authorization = authorizationOf(method, authorizers);
  if (authorization.kind === 'none') return null;
  const missing = authorization.kind === 'missing';
  return (
    <Badge tone={missing ? 'danger' : 'accent'} title={authorizationWords(authorization)}>
      <Lock aria-hidden />
      {missing ? 'Missing' : authorizationWord[method.authorizationType]}
    </Badge>
  );
}

const authorizationWord: Record<Method['authorizationType'], string> = {
  NONE: 'None',
  AWS_IAM: 'IAM',
  CUSTOM: 'Lambda',
  COGNITO_USER_POOLS: 'Cognito',
};
