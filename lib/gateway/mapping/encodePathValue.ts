import { GatewayError } from '../GatewayError';
import { hasDotSegment } from '../transport/gate/checkTarget';

/**
 * Makes a value that did not come from the URL path safe inside one: a header or body must never reach another
 * resource of the backend, so slashes are encoded, and dot segments, which some servers resolve even when they
 * are encoded, are refused.
 */
export function encodePathValue(value: string): string {
  if (hasDotSegment(value))
    throw new GatewayError('DEFAULT_4XX', 'A mapped path parameter holds a dot segment');
  return encodeText(value);
}

/** Percent-encodes as URL components are; lone surrogates, which cannot be encoded, become U+FFFD. */
export function encodeText(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
