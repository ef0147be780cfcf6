import { type CustomColors, customColors } from '@/lib/model/portalSite';

type Rgb = readonly [red: number, green: number, blue: number];

export interface SiteTheme {
  /** which of our two sets of tokens is under the portal's own colours */
  scheme: 'light' | 'dark';
  /** CSS variables for the site's root; nothing but colours written by this file */
  variables: Record<`--${string}`, string>;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** WCAG 2.2, 1.4.3 for text, with what rounding may take. */
const readable = 4.55;
/** Below it a surface may not come nearer to its text. */
const ample = 7;

const plain: CustomColors = {
  accentColor: '#3a3fb5',
  backgroundColor: '#ffffff',
  errorValidationColor: '#b42318',
  headerColor: '#ffffff',
  navigationColor: '#fafafa',
  textColor: '#18181b',
};

/**
 * The portal's colours on our tokens. Text on a colour that the owner chose is black or white, whichever can be read;
 * a text, link or error colour that cannot be read on the background is moved toward what can.
 */
export function siteTheme(colors: CustomColors): SiteTheme {
  // They become style: what is no colour, however it came here, is not let in.
  const checked = customColors.safeParse(colors);
  const chosen = checked.success ? checked.data : plain;
  const background = rgb(chosen.backgroundColor);
  const accent = rgb(chosen.accentColor);
  const scheme = inkOn(background) === white ? 'dark' : 'light';
  const hover = shade(background, 0.06);
  // What can be read on the one of them that is nearer to it can be read on both.
  const under =
    contrast(hover, inkOn(background)) < contrast(background, inkOn(background)) ? hover : background;
  const ink = readableOn(under, rgb(chosen.textColor));
  const mixed = (share: number) => hex(mix(background, ink, share));
  return {
    scheme,
    variables: {
      '--canvas': hex(background),
      '--panel': hex(shade(background, 0.03)),
      '--hover': hex(hover),
      '--selected': hex(hover),
      '--line': mixed(0.12),
      '--line-strong': mixed(0.22),
      '--field': hex(readableOn(background, mix(background, ink, 0.5), 3.1)),
      '--ink': hex(ink),
      '--muted': hex(readableOn(under, mix(background, ink, 0.68))),
      '--accent': hex(accent),
      '--accent-hover': hex(shade(accent, 0.14)),
      '--accent-ink': hex(readableOn(under, accent)),
      '--on-accent': hex(inkOn(accent)),
      '--danger': hex(readableOn(under, rgb(chosen.errorValidationColor))),
      '--danger-fill': hex(mix(background, rgb(chosen.errorValidationColor), 0.06)),
      ...bar('header', rgb(chosen.headerColor)),
      ...bar('navigation', rgb(chosen.navigationColor)),
    },
  };
}

/** A surface of its own colour: what is written on it, quieter text, and what lies under the pointer. */
function bar(name: string, fill: Rgb): SiteTheme['variables'] {
  const ink = inkOn(fill);
  const hover = shade(fill, 0.1);
  const under = contrast(hover, ink) < contrast(fill, ink) ? hover : fill;
  return {
    [`--${name}`]: hex(fill),
    [`--on-${name}`]: hex(ink),
    [`--on-${name}-muted`]: hex(readableOn(under, mix(fill, ink, 0.72))),
    [`--${name}-hover`]: hex(hover),
    [`--${name}-line`]: hex(mix(fill, ink, 0.16)),
  };
}

/** A surface beside one: toward its text, as long as that stands out well, else away from it. */
function shade(fill: Rgb, share: number): Rgb {
  const ink = inkOn(fill);
  const away = ink === white ? black : white;
  return mix(fill, contrast(mix(fill, ink, share), ink) >= ample ? ink : away, share);
}

/** Black or white: the one that stands out more. */
const inkOn = (fill: Rgb): Rgb => (contrast(fill, white) >= contrast(fill, black) ? white : black);

/** The colour itself, or the nearest on its way to black or white that can be read. */
function readableOn(fill: Rgb, color: Rgb, least = readable): Rgb {
  const goal = inkOn(fill);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(color, goal, share);
    if (contrast(fill, tried) >= least) return tried;
  }
  return goal;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** @param text `#rgb` or `#rrggbb` */
export function rgb(text: string): Rgb {
  const digits = text.length === 4 ? [...text.slice(1)].map((digit) => digit + digit) : pairs(text);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}

const pairs = (text: string) => [text.slice(1, 3), text.slice(3, 5), text.slice(5, 7)];

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

const hex = (color: Rgb) =>
  `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
