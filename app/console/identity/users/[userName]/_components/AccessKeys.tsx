import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import type { AccessKey } from '@/lib/model/identity';
import { AccessKeyMenu } from './AccessKeyMenu';
import { CreateAccessKeyButton } from './CreateAccessKeyButton';

/** A user has two keys at most, so that one takes over while the other still works. */
export function AccessKeys({ userName, accessKeys }: { userName: string; accessKeys: AccessKey[] }) {
  return (
    <Section
      title="Access keys"
      description="Calls are signed with a key and its secret (Signature Version 4). Two at most, so that keys can be rotated."
      actions={<CreateAccessKeyButton userName={userName} disabled={accessKeys.length >= 2} />}
    >
      {accessKeys.length === 0 ? (
        <p className="text-muted">None: nobody can sign as {userName} yet.</p>
      ) : (
        <ul aria-label="Access keys" className="divide-y border-y">
          {accessKeys.map((key) => (
            <AccessKeyLine key={key.accessKeyId} userName={userName} accessKey={key} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function AccessKeyLine({ userName, accessKey }: { userName: string; accessKey: AccessKey }) {
  const { accessKeyId, status, createdDate, lastUsedAt } = accessKey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <CopyButton value={accessKeyId} what="access key id" showValue className="-ml-1" />
      <Badge tone={status === 'Active' ? 'success' : 'neutral'}>{status}</Badge>
      <span className="flex flex-1 flex-wrap gap-x-4 text-muted text-small max-sm:order-last max-sm:basis-full">
        <span>
          Created <RelativeTime time={createdDate} />
        </span>
        <span>
          {lastUsedAt ? (
            <>
              Last used <RelativeTime time={lastUsedAt} />
            </>
          ) : (
            'Never used'
          )}
        </span>
      </span>
      <span className="max-sm:ml-auto">
        <AccessKeyMenu userName={userName} accessKey={accessKey} />
      </span>
    </li>
  );
}
