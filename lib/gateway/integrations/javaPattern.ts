import { GatewayError } from '../GatewayError';
import { WholePattern } from '../regex/WholePattern';
import { RenderFault } from '../vtl/Budget';

/** A compiled selectionPattern. */
export interface JavaPattern {
  /**
   * Whether it matches the whole text.
   * @throws GatewayError API_CONFIGURATION_ERROR when that would hold up the process
   */
  test(text: string): boolean;
}

const MAX_LENGTH = 1_024;

/**
 * Compiles a Java regular expression as AWS writes them in selectionPattern; it must match the whole text. It
 * runs in time linear in the text: neither a pattern nor a backend's answer can stop other calls. What no such
 * engine runs (backreferences, look-around but at the start, possessive quantifiers) is refused.
 * @throws Error naming what is wrong with the pattern
 */
export function compileJavaPattern(pattern: string): JavaPattern {
  if (pattern.length > MAX_LENGTH) throw new Error(`pattern longer than ${MAX_LENGTH} characters`);
  const whole = new WholePattern(pattern);
  return { test: (text) => tested(whole, text) };
}

function tested(pattern: WholePattern, text: string): boolean {
  try {
    return pattern.test(text);
  } catch (error) {
    if (!(error instanceof RenderFault)) throw error;
    throw new GatewayError('API_CONFIGURATION_ERROR', `selectionPattern: ${error.message}`);
  }
}
