/** Says that this is no published page, and until when the address is good. */
export function PreviewBar({ until }: { until: number }) {
  const time = new Date(until).toISOString();
  return (
    <p className="flex flex-wrap justify-center gap-x-3 border-b bg-warning-fill px-4 py-1.5 text-center text-small text-warning">
      <span>
        Preview, valid until{' '}
        <time dateTime={time} className="tabular">
          {time.slice(0, 10)} {time.slice(11, 16)} UTC
        </time>
      </span>
      <span>Endpoints are tried once it is published.</span>
    </p>
  );
}
