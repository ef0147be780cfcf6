'use client';

import type { FormEvent } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useUrlState } from '@/components/ui/useUrlState';
import { addressOf, subprotocolsOf } from '@/components/websocket/Frame';
import { FrameLog } from '@/components/websocket/FrameLog';
import { type SocketState, useTestSocket } from '@/components/websocket/useTestSocket';
import { SendBox } from './SendBox';

const words: Record<SocketState, { word: string; tone: 'neutral' | 'warning' | 'success' }> = {
  closed: { word: 'Not connected', tone: 'neutral' },
  connecting: { word: 'Connecting', tone: 'warning' },
  open: { word: 'Connected', tone: 'success' },
};

/** A client of a stage in this page: connects, sends, and shows what comes. */
export function TestClient(props: { apiId: string; stages: { stageName: string; url: string }[] }) {
  const { apiId, stages } = props;
  const socket = useTestSocket();
  const [stageName, setStageName] = useUrlState('stage', stages[0]?.stageName ?? '');
  const [query, setQuery] = useUrlState('query');
  const [subprotocols, setSubprotocols] = useUrlState('subprotocols');
  const stage = stages.find((each) => each.stageName === stageName) ?? stages[0];
  if (!stage) return null;
  const address = addressOf(stage.url, query);
  const { word, tone } = words[socket.state];
  const isClosed = socket.state === 'closed';
  const toggle = (event: FormEvent) => {
    event.preventDefault();
    if (isClosed) socket.connect(address, subprotocolsOf(subprotocols));
    else socket.disconnect();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <form onSubmit={toggle} className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]">
          <Field label="Stage">
            <Select
              options={stages.map((each) => ({ value: each.stageName, label: each.stageName }))}
              value={stage.stageName}
              disabled={!isClosed}
              onChange={({ target }) => setStageName(target.value)}
            />
          </Field>
          <Field label="Query string">
            <Input
              mono
              spellCheck={false}
              placeholder="token=abc&room=1"
              value={query}
              readOnly={!isClosed}
              onChange={({ target }) => setQuery(target.value)}
            />
          </Field>
          <Field label="Subprotocols">
            <Input
              mono
              spellCheck={false}
              placeholder="chat.v1, chat.v2"
              value={subprotocols}
              readOnly={!isClosed}
              onChange={({ target }) => setSubprotocols(target.value)}
            />
          </Field>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button type="submit" variant={isClosed ? 'primary' : 'secondary'}>
            {isClosed ? 'Connect' : 'Disconnect'}
          </Button>
          <Badge tone={tone} role="status">
            {word}
          </Badge>
          <CopyButton value={address} what="address" showValue className="min-w-0" />
        </div>
      </form>
      <FrameLog frames={socket.frames} onClear={socket.clear} />
      <SendBox apiId={apiId} isOpen={socket.state === 'open'} onSend={socket.send} />
    </div>
  );
}
