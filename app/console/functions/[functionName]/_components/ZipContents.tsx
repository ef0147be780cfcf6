import { sizeWords } from '../../_components/sizeWords';
import type { ZipEntry } from '../zipEntries';

/** What is in a zip of several files, in place of an editor. */
export function ZipContents({ entries }: { entries: readonly ZipEntry[] }) {
  return (
    <ul aria-label="Files of the zip" className="max-h-[60dvh] divide-y overflow-y-auto rounded-md border">
      {entries.map(({ name, size }) => (
        <li key={name} className="flex items-baseline justify-between gap-4 px-3 py-1.5">
          <span className="min-w-0 break-all font-mono text-small">{name}</span>
          <span className="tabular shrink-0 text-muted text-small">{sizeWords(size)}</span>
        </li>
      ))}
    </ul>
  );
}
