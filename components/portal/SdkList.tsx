import { Download } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import type { PortalSdk } from '@/lib/model/portal';

/** The languages, each with its zip and the lines that put it to use. */
export function SdkList({ slug, sdks }: { slug: string; sdks: PortalSdk[] }) {
  if (sdks.length === 0)
    return <p>This API serves no operation yet, so there is nothing that a client could call.</p>;
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] divide-y border-y">
      {sdks.map((sdk) => (
        <li
          key={sdk.sdkType}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-4 py-6 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]"
        >
          <div className="space-y-3">
            <div>
              <h2 className="font-semibold text-xl">{sdk.friendlyName}</h2>
              <p className="text-muted text-small">{sdk.description}.</p>
            </div>
            <Button asChild>
              <a href={`/api/catalogue/${slug}/sdks/${sdk.sdkType}`} download={sdk.fileName}>
                <Download aria-hidden />
                Download {sdk.friendlyName} client
              </a>
            </Button>
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <Lines title="Install" what={`${sdk.friendlyName} install command`} text={sdk.install} />
            <Lines title="Use" what={`${sdk.friendlyName} example`} text={sdk.usage} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Lines({ title, what, text }: { title: string; what: string; text: string }) {
  return (
    <figure className="rounded-md border">
      <figcaption className="flex items-center justify-between border-b py-1 pr-2 pl-3 text-muted text-small">
        {title}
        <CopyButton value={text} what={what} />
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-small">
        {text}
      </pre>
    </figure>
  );
}
