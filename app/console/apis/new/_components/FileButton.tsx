'use client';

import { FileUp } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '@/components/ui/Button';

/** Reads one OpenAPI file as text; the same file can be chosen again after a change. */
export function FileButton({ onText }: { onText: (text: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.target;
    const chosen = field.files?.[0];
    if (!chosen) return;
    onText(await chosen.text());
    field.value = '';
  };
  return (
    <>
      <input
        ref={file}
        type="file"
        aria-label="OpenAPI file"
        accept=".json,.yaml,.yml"
        className="sr-only"
        tabIndex={-1}
        onChange={read}
      />
      <Button onClick={() => file.current?.click()}>
        <FileUp aria-hidden />
        Choose a file
      </Button>
    </>
  );
}
