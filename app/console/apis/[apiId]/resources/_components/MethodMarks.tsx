import { CircleAlert, KeyRound, Lock } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import type { Method } from '@/lib/model/method';

/** What one should know of a method at a glance: key, authorization, mock, or that it has no integration yet. */
export function MethodMarks({ method }: { method: Method }) {
  const { apiKeyRequired, authorizationType, methodIntegration } = method;
  return (
    <span className="flex shrink-0 items-center gap-1 text-muted">
      {authorizationType !== 'NONE' && (
        <Badge tone="warning" title={`Authorization ${authorizationType}`}>
          <Lock aria-hidden />
          {authorizationWord[authorizationType]}
        </Badge>
      )}
      {apiKeyRequired && (
        <Badge title="API key required">
          <KeyRound aria-hidden />
          Key
        </Badge>
      )}
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

const authorizationWord: Record<Method['authorizationType'], string> = {
  NONE: 'None',
  AWS_IAM: 'IAM',
  CUSTOM: 'Custom',
  COGNITO_USER_POOLS: 'Cognito',
};
