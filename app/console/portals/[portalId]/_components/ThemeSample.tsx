import { TriangleAlert } from 'lucide-react';
import { siteTheme } from '@/components/portal/site/siteTheme';
import { type CustomColors, customColors } from '@/lib/model/portalSite';
import { defaultColors } from '../../_components/defaultColors';
import { contrast } from './contrast';
import { contrastWarnings } from './contrastWarnings';

/**
 * A page of the portal in small, in what the portal makes of the colours that are being chosen, and which of them are
 * hard to read. A colour that is half typed is the default one until it is whole.
 */
export function ThemeSample({ colors, name }: { colors: CustomColors; name: string }) {
  const warnings = contrastWarnings(colors);
  return (
    <div className="grid min-w-0 content-start gap-2">
      <figure
        aria-label="Sample of the theme"
        style={siteTheme(wholeColors(colors)).variables}
        className="min-w-0 overflow-hidden rounded-md border"
      >
        <div className="flex h-10 items-center border-[var(--header-line)] border-b bg-[var(--header)] px-3 font-medium text-[var(--on-header)]">
          <span className="truncate">{name || 'Portal'}</span>
        </div>
        <div className="flex min-h-40 bg-canvas text-ink">
          <ul className="grid w-32 shrink-0 content-start gap-1.5 bg-[var(--navigation)] p-3 text-[var(--on-navigation)] text-small">
            <li className="font-medium">Overview</li>
            <li className="text-[var(--on-navigation-muted)]">Getting started</li>
            <li className="text-[var(--on-navigation-muted)]">List pets</li>
          </ul>
          <div className="grid min-w-0 flex-1 content-start gap-2 p-3">
            <p className="font-semibold">List pets</p>
            <p>
              Returns every pet. <span className="text-accent-ink underline">Read more</span>
            </p>
            <p>
              <span className="inline-block rounded-md bg-accent px-2.5 py-1 font-medium text-on-accent text-small">
                Try it
              </span>
            </p>
            <p className="text-danger text-small">The parameter id is required.</p>
          </div>
        </div>
      </figure>
      {warnings.length > 0 && (
        <ul role="status" className="grid gap-1 text-small text-warning">
          {warnings.map(({ what, on, front, back }) => (
            <li key={what} className="flex gap-1.5">
              <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
              <span>
                {what} on {on} has a contrast of {contrast(front, back).toFixed(1)} : 1. Below 4.5 : 1 it is
                hard to read, so the portal takes a neighbouring colour, as in the sample.
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function wholeColors(colors: CustomColors): CustomColors {
  const whole = { ...colors };
  for (const name of Object.keys(defaultColors) as (keyof CustomColors)[])
    if (!customColors.shape[name].safeParse(colors[name]).success) whole[name] = defaultColors[name];
  return whole;
}
