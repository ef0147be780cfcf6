import { CopyButton } from '@/components/ui/CopyButton';

/** Lines to paste, under a title, with copy. */
export function CodeBlock({ title, code }: { title: string; code: string }) {
  return (
    <figure className="min-w-0 rounded-md border">
      <figcaption className="flex items-center justify-between gap-2 border-b bg-panel py-1 pr-2 pl-3 text-muted text-small">
        {title}
        <CopyButton value={code} what={title} />
      </figcaption>
      <pre tabIndex={0} className="max-h-72 overflow-auto p-3 font-mono text-small">
        {code}
      </pre>
    </figure>
  );
}
