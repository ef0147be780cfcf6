import type { Value } from './values';

/** Looks on while a template runs, for whoever writes it. A template compiled without one spends nothing on it. */
export interface TemplateObserver {
  /**
   * `name` was given a value by the #set or #foreach at that place (from 1). `show` gives the value as JSON, cut
   * where it is long; it is only good during the call.
   */
  assigned(name: string, place: () => { line: number; column: number }, show: () => string): void;
}

/** The same inside: by offset into the source. */
export type Observe = (at: number, name: string, value: Value) => void;
