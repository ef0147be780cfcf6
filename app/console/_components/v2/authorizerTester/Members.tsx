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
        <dl className="grid grid-cols-[fit-content(45%)_minmax(0,1fr)] divide-y rounded-md border font-mono text-small">
          {props.members.map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid gap-x-4 px-3 py-1">
              <dt className="wrap-anywhere text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
