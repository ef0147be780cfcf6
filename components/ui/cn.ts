import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// our font sizes must be known, or `text-body text-ink` would read as two colours and drop the first
const merge = extendTailwindMerge({ extend: { theme: { text: ['body', 'small'] } } });

/** Joins class names; of two that contradict each other the later wins. */
export const cn = (...classes: ClassValue[]) => merge(clsx(classes));
