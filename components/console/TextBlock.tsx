import { CopyButton } from '@/components/ui/CopyButton';
import { cn } from '@/components/ui/cn';

/** Text that was answered or written, to read and to copy; `empty` stands where there is none. */
export function TextBlock(props: { label: string; text: string; empty?: string; className?: string }) {
  const { label, text } = props;
  if (text === '') return <p className="text-muted">{props.empty}</p>;
  return (
    <div className="relative">
      <section
        aria-label={label}
        tabIndex={0}
        className={cn('max-h-96 overflow-auto rounded-md border bg-panel p-3 pr-9', props.className)}
      >
        <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-small">{text}</pre>
      </section>
      <CopyButton value={text} what={label.toLowerCase()} className="absolute top-1.5 right-1.5 bg-panel" />
    </div>
  );
}
