import { expect, test } from 'vitest';
import { contrast, rgb, siteTheme } from './siteTheme';

const colors = {
  accentColor: '#0f62fe',
  backgroundColor: '#ffffff',
  errorValidationColor: '#da1e28',
  headerColor: '#161616',
  navigationColor: '#f4f4f4',
  textColor: '#161616',
};

const sets = {
  usual: colors,
  'dark background': { ...colors, backgroundColor: '#0b1020', textColor: '#e8ecff' },
  'text of its background': { ...colors, textColor: '#fefefe' },
  'all of one colour': Object.fromEntries(Object.keys(colors).map((name) => [name, '#777'])) as typeof colors,
  'shouting yellow': { ...colors, accentColor: '#ff0', headerColor: '#ff0', navigationColor: '#fe0' },
  'black on black': { ...colors, backgroundColor: '#000', textColor: '#000', accentColor: '#000' },
};

const texts: [text: string, on: string][] = [
  ['--ink', '--canvas'],
  ['--ink', '--hover'],
  ['--muted', '--canvas'],
  ['--muted', '--hover'],
  ['--accent-ink', '--canvas'],
  ['--on-accent', '--accent'],
  ['--danger', '--canvas'],
  ['--on-header', '--header'],
  ['--on-header-muted', '--header'],
  ['--on-navigation', '--navigation'],
  ['--on-navigation', '--navigation-hover'],
  ['--on-navigation-muted', '--navigation'],
];

test.each(Object.entries(sets))('WCAG 1.4.3: with %s every text can be read', (_name, set) => {
  const variables = siteTheme(set).variables as Record<string, string>;
  for (const [text, on] of texts)
    expect(
      contrast(rgb(variables[text] ?? ''), rgb(variables[on] ?? '')),
      `${text} on ${on}`,
    ).toBeGreaterThan(4.45);
});

test('colours that can be read stay as they were chosen', () => {
  const { variables } = siteTheme(colors);
  expect(variables).toMatchObject({
    '--canvas': '#ffffff',
    '--ink': '#161616',
    '--accent': '#0f62fe',
    '--header': '#161616',
    '--on-header': '#ffffff',
    '--on-navigation': '#000000',
  });
});

test.each([
  ['#ffffff', 'light'],
  ['#fde', 'light'],
  ['#0b1020', 'dark'],
  ['#444', 'dark'],
])('a background %s is of the %s scheme', (backgroundColor, scheme) =>
  expect(siteTheme({ ...colors, backgroundColor }).scheme).toBe(scheme));

test('what is no colour never becomes style', () => {
  const hostile = { ...colors, accentColor: '#fff;background:url(https://evil.example)' };
  expect(JSON.stringify(siteTheme(hostile).variables)).toMatch(/^\{("--[a-z-]+":"#[0-9a-f]{6}",?)+\}$/);
});
