'use client';

import { useQuery } from '@tanstack/react-query';
import { FormError } from '@/components/ui/FormError';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { CodeBlock } from '../_components/CodeBlock';
import { claimsOf, redeem, takeTrial } from '../signInTrial';

/** Redeems the code that came back, once, and shows the claims. */
export function TrialResult(props: { tokenUrl: string; code: string; state: string; refused: string }) {
  const { tokenUrl, code, state, refused } = props;
  const tokens = useQuery({
    queryKey: ['sign-in trial', state, code],
    queryFn: () => redeem(tokenUrl, code, takeTrial(state, window.sessionStorage)),
    enabled: refused === '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (refused) return <FormError>{refused}</FormError>;
  if (tokens.isPending) return <SkeletonRows rows={4} label="Getting the tokens" />;
  if (tokens.error) return <FormError>{tokens.error.message}</FormError>;
  const { id_token: idToken, access_token: accessToken, refresh_token: refreshToken } = tokens.data;
  return (
    <>
      <p>
        The code was exchanged for tokens. They are shown decoded; the copy buttons below give them whole.
      </p>
      {idToken && <Token title="Id token" token={idToken} />}
      <Token title="Access token" token={accessToken} />
      {refreshToken && <CodeBlock title="Refresh token" code={refreshToken} />}
    </>
  );
}

const Token = ({ title, token }: { title: string; token: string }) => (
  <div className="grid gap-2">
    <CodeBlock title={`${title}, decoded`} code={JSON.stringify(claimsOf(token), null, 2)} />
    <CodeBlock title={title} code={token} />
  </div>
);
