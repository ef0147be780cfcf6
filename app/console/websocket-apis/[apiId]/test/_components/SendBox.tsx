'use client';

import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { Textarea } from '@/components/ui/Textarea';
import { bytesOf } from '@/components/websocket/Frame';
import { useSentMessages } from './useSentMessages';

/** Sends what is typed: by the button or Ctrl-Enter. What was sent before can be taken again. */
export function SendBox(props: { apiId: string; isOpen: boolean; onSend: (text: string) => void }) {
  const sent = useSentMessages(props.apiId);
  const [text, setText] = useState('{"action": ""}');
  const send = () => {
    if (!props.isOpen || text === '') return;
    props.onSend(text);
    sent.keep(text);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="grid gap-2">
      <Field label="Message" help={`${bytesOf(text)} of at most 131072 bytes. Ctrl-Enter sends.`}>
        <Textarea
          mono
          rows={4}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKey}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={send} disabled={!props.isOpen || text === ''} aria-keyshortcuts="Control+Enter">
          Send
        </Button>
        {sent.messages.length > 0 && (
          <Select
            aria-label="Sent before"
            className="min-w-0 max-w-80 flex-1"
            options={[
              { value: '', label: 'Sent before' },
              ...sent.messages.map((value) => ({ value, label: value.slice(0, 80) })),
            ]}
            value=""
            onChange={({ target }) => target.value && setText(target.value)}
          />
        )}
      </div>
    </div>
  );
}
