'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import type { CustomColors } from '@/lib/model/portalSite';
import type { PortalPartProps } from './PortalForm';
import { ThemeSample } from './ThemeSample';

const colors: { name: keyof CustomColors; label: string }[] = [
  { name: 'accentColor', label: 'Accent' },
  { name: 'backgroundColor', label: 'Background' },
  { name: 'errorValidationColor', label: 'Errors' },
  { name: 'headerColor', label: 'Header' },
  { name: 'navigationColor', label: 'Navigation' },
  { name: 'textColor', label: 'Text' },
];

/** The six colours beside what they make of a page. */
export function ThemeFields({ draft, set, errorOf }: PortalPartProps) {
  const choose = (name: keyof CustomColors, value: string) =>
    set({ colors: { ...draft.colors, [name]: value } });
  return (
    <Section title="Theme" description="Six colours; what stands on them is chosen so that it can be read.">
      <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid grid-cols-2 content-start gap-x-4 gap-y-3">
          {colors.map(({ name, label }) => (
            <Field key={name} label={label} error={errorOf(`portalContent.theme.customColors.${name}`)}>
              <ColorInput
                label={label}
                value={draft.colors[name]}
                onChange={(value) => choose(name, value)}
              />
            </Field>
          ))}
        </div>
        <ThemeSample colors={draft.colors} name={draft.displayName} />
      </div>
    </Section>
  );
}

/** Typed in hexadecimal, or picked; the browser's picker knows only six digits. */
function ColorInput(props: { label: string; value: string; onChange: (value: string) => void }) {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(props.value);
  const six = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : props.value;
  return (
    <div className="flex gap-1.5">
      <input
        type="color"
        aria-label={`Pick ${props.label.toLowerCase()}`}
        value={/^#[0-9a-f]{6}$/i.test(six) ? six.toLowerCase() : '#000000'}
        onChange={(event) => props.onChange(event.target.value)}
        className="h-control w-9 shrink-0 cursor-pointer rounded-md border border-field bg-canvas p-1 disabled:cursor-not-allowed"
      />
      <Input
        mono
        spellCheck={false}
        maxLength={7}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value.trim())}
      />
    </div>
  );
}
