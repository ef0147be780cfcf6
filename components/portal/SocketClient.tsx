'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Textarea } from '@/components/ui/Textarea';
import { addressOf, subprotocolsOf } from '@/components/websocket/Frame';
import { FrameLog } from '@/components/websocket/FrameLog';
import { type SocketState, useTestSocket } from '@/components/websocket/useTestSocket';

/** A message to begin with: of a route, or of a model. */
export interface SampleMessage {
  label: string;
  text: string;
}

const states = {
  closed: { word: 'Not connected', tone: 'neutral' },
  connecting: { word: 'Connecting', tone: 'warning' },
  open: { word: 'Connected', tone: 'success' },
} as const;

/**
 * Connects this browser to a stage of a WebSocket API, sends messages and shows what comes. A browser sends no headers
 * of ours with a handshake: who connects is told in the query string or by a subprotocol.
 * @param url the stage's connect URL, without a query
 */
export function SocketClient({ url, samples }: { url: string; samples: readonly SampleMessage[] }) {
  const { state, frames, connect, send, disconnect, clear } = useTestSocket();
  const [query, setQuery] = useState('');
  const [protocols, setProtocols] = useState('');
  return (
    <section aria-label="WebSocket client" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <form
        className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (state === 'closed') connect(addressOf(url, query), subprotocolsOf(protocols));
          else disconnect();
        }}
      >
        <Field label="Query string" help="Sent with the handshake, e.g. token=abc.">
          <Input
            mono
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            disabled={state !== 'closed'}
          />
        </Field>
        <Field label="Subprotocols" help="With commas between; most APIs need none.">
          <Input
            mono
            value={protocols}
            onChange={(event) => setProtocols(event.target.value)}
            disabled={state !== 'closed'}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" variant={state === 'closed' ? 'primary' : 'secondary'}>
            {state === 'closed' ? 'Connect' : 'Disconnect'}
          </Button>
          <span role="status">
            <Badge tone={states[state].tone}>{states[state].word}</Badge>
          </span>
        </div>
      </form>
      <Composer state={state} samples={samples} onSend={send} />
      <FrameLog frames={frames} onClear={clear} />
    </section>
  );
}

function Composer(props: {
  state: SocketState;
  samples: readonly SampleMessage[];
  onSend: (text: string) => void;
}) {
  const { state, samples, onSend } = props;
  const [text, setText] = useState(samples[0]?.text ?? '');
  const sends = () => state === 'open' && onSend(text);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        sends();
      }}
    >
      {samples.length > 1 && (
        <Field label="Begin with" className="max-w-sm">
          <Select
            value={samples.find((sample) => sample.text === text)?.label ?? ''}
            onChange={(event) =>
              setText(samples.find(({ label }) => label === event.target.value)?.text ?? text)
            }
            options={[
              { value: '', label: 'A message of your own' },
              ...samples.map(({ label }) => ({ value: label, label })),
            ]}
          />
        </Field>
      )}
      <Field label="Message" help="Ctrl-Enter sends it.">
        <Textarea
          mono
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            sends();
          }}
        />
      </Field>
      <div>
        <Button type="submit" disabled={state !== 'open'}>
          Send
        </Button>
      </div>
    </form>
  );
}
