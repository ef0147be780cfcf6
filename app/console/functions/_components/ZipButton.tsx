'use client';

import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/Button';

/** Chooses one zip; the same file can be chosen again after a change. */
export function ZipButton(props: { label: string; busy?: boolean; onZip: (zip: File) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        aria-label="Zip file"
        accept=".zip,application/zip"
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [zip] = target.files ?? [];
          if (zip) props.onZip(zip);
          target.value = '';
        }}
      />
      <Button busy={props.busy} onClick={() => field.current?.click()}>
        {!props.busy && <FileUp aria-hidden />}
        {props.label}
      </Button>
    </>
  );
}
