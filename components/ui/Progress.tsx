/** Work under way: says what it is doing, and how far it is where that is known (`value` 0 to 1). */
export function Progress({ label, value }: { label: string; value?: number }) {
  const percent = value === undefined ? undefined : Math.round(value * 100);
  return (
    <div className="grid gap-1">
      <span className="text-muted text-small">
        {label}
        {percent !== undefined && ` ${percent} %`}
      </span>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={percent === undefined ? 'h-full w-1/3 animate-skeleton bg-accent' : 'h-full bg-accent'}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
