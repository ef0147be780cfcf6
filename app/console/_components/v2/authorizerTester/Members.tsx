import { useId } from 'react';

/** Names and what stands under them. */
export function Members(props: { title: string; help?: string; members: [name: string, value: string][] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h3 className="flex flex-wrap items-baseline gap-x-2">
        <span id={id} className="font-medium">
          {props.title}
        </span>
        {props.help && <span className="text-muted text-small">{props.help}</span>}
      </h3>
      {props.members.length === 0 ? (
        <p className="text-muted">None</p>
      ) : (
        <dl className="divide-y rounded-md border font-mono text-small">
          {props.members.map(([name, value]) => (
            <div key={name} className="grid grid-cols-[minmax(0,12ch)_minmax(0,1fr)] gap-x-3 px-3 py-1">
              <dt className="truncate text-muted" title={name}>
                {name}
              </dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
