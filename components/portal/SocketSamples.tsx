import { CopyButton } from '@/components/ui/CopyButton';
import type { SocketReference } from '@/lib/model/portal';
import { messagesOf } from './messagesOf';

/** Connecting and the first message, in a shell and in JavaScript. */
export function SocketSamples({ url, socket }: { url: string; socket: SocketReference }) {
  const [first] = messagesOf(socket);
  const message = first ? JSON.stringify(JSON.parse(first.text)) : '{}';
  return (
    <>
      <Sample title="wscat" code={`wscat -c '${url}'\n> ${message}`} />
      <Sample title="JavaScript" code={javascript(url, message)} />
    </>
  );
}

function Sample({ title, code }: { title: string; code: string }) {
  return (
    <figure className="rounded-md border">
      <figcaption className="flex items-center justify-between border-b py-1 pr-2 pl-3 text-muted text-small">
        {title}
        <CopyButton value={code} what={`${title} sample`} />
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-small">
        {code}
      </pre>
    </figure>
  );
}

const javascript = (url: string, message: string) => `const socket = new WebSocket('${url}');
socket.onmessage = ({ data }) => console.log(data);
socket.onopen = () => {
  socket.send(${JSON.stringify(message)});
};`;
