import { prettyJson } from '@/components/console/prettyJson';
import { Badge } from '@/components/ui/Badge';
import type { SocketModel, SocketReference, SocketRoute } from '@/lib/model/portal';
import { exampleBody, routedMessage } from './sampleMessage';

/** What may be sent and what comes back, route by route. */
export function SocketRoutes({ socket }: { socket: SocketReference }) {
  if (socket.routes.length === 0)
    return <p className="text-muted">This API takes no messages: it only sends them.</p>;
  return (
    <ul className="divide-y border-y">
      {socket.routes.map((route) => (
        <li key={route.routeKey} className="grid grid-cols-[minmax(0,1fr)] gap-3 py-5">
          <RouteHead route={route} />
          <Message expression={socket.routeSelectionExpression} route={route} />
          <Models title="What a message holds" models={route.requestModels} />
          <Models title="What the answer holds" models={route.responseModels} />
        </li>
      ))}
    </ul>
  );
}

function RouteHead({ route: { routeKey, operationName, answers } }: { route: SocketRoute }) {
  return (
    <div>
      <h3 className="flex flex-wrap items-center gap-2">
        <code className="break-all font-medium font-mono">{routeKey}</code>
        {answers && <Badge>Answers</Badge>}
      </h3>
      <p className="text-muted text-small">
        {[operationName, routeKey === '$default' && 'Every message that names no other route.']
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

function Message({ expression, route }: { expression: string; route: SocketRoute }) {
  const [model] = route.requestModels;
  if (!model && route.routeKey === '$default') return null;
  const text = routedMessage(expression, route.routeKey, model ? exampleBody(model.schema) : {});
  return <Code label={`Message for ${route.routeKey}`} text={text} />;
}

function Models({ title, models }: { title: string; models: SocketModel[] }) {
  return models.map(({ name, description, schema }) => (
    <details key={name}>
      <summary className="cursor-pointer text-small">
        {title}: <code className="font-mono">{name}</code>
        {description && <span className="text-muted"> · {description}</span>}
      </summary>
      <div className="mt-2">
        <Code label={`Schema of ${name}`} text={prettyJson(schema)} />
      </div>
    </details>
  ));
}

const Code = ({ label, text }: { label: string; text: string }) => (
  <section aria-label={label}>
    <pre
      tabIndex={0}
      className="wrap-anywhere overflow-x-auto whitespace-pre-wrap rounded-md border bg-panel p-3 font-mono text-small"
    >
      {text}
    </pre>
  </section>
);
