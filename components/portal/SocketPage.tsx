import type { SocketReference } from '@/lib/model/portal';
import { messagesOf } from './messagesOf';
import { SocketAccess } from './SocketAccess';
import { SocketClient } from './SocketClient';
import { SocketRoutes } from './SocketRoutes';

/** How to connect to a WebSocket API and what to say; `canTry` puts a client beside it. */
export function SocketPage(props: { url: string; socket: SocketReference; canTry: boolean }) {
  const { url, socket, canTry } = props;
  return (
    <div className={canTry ? 'grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2' : ''}>
      <div className="min-w-0 space-y-8">
        <section className="space-y-2">
          <h2 className="font-semibold text-xl">Connecting</h2>
          <SocketAccess connect={socket.connect} />
        </section>
        <section className="space-y-2">
          <h2 className="font-semibold text-xl">Routes</h2>
          <p className="text-muted">
            A message goes to the route that{' '}
            <code className="font-mono text-small">{socket.routeSelectionExpression}</code> names.
          </p>
          <SocketRoutes socket={socket} />
        </section>
      </div>
      {canTry && (
        <section className="min-w-0 space-y-2">
          <h2 className="font-semibold text-xl">Try it</h2>
          <SocketClient url={url} samples={messagesOf(socket)} />
        </section>
      )}
    </div>
  );
}
